//! The rule files are part of the program: a changed one makes it new.

fn main() {
    println!("cargo:rerun-if-changed=rules");
}
