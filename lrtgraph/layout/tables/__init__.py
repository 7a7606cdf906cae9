"""Tables: by signs, by columns that line up, with columns lost, and minutes that are one."""
