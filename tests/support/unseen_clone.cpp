// SPDX-License-Identifier: GPL-3.0-or-later
// Linked into every program of the thread sanitizer's build, and into no other.
//
// QProcess starts a program with clone(CLONE_VM | CLONE_VFORK): until it runs, the child lives in the memory of its
// parent. GCC 12's sanitizer takes it for a forked child and tells the thread it runs on to heed no more locks. That
// thread is the parent's: from its first program on, whatever it hands over looks like a race, and real ones go
// unseen. A program's own symbol comes before the sanitizer's, so this one goes past it.

#include <cstdarg>

#include <dlfcn.h>
#include <sys/types.h>

extern "C" int clone(int (*entry)(void*), void* stack, int flags, void* argument, ...) // NOLINT: libc's name and shape
{
    using Clone = int (*)(int (*)(void*), void*, int, void*, ...);
    static const auto real = reinterpret_cast<Clone>(dlsym(dlopen("libc.so.6", RTLD_LAZY | RTLD_NOLOAD), "clone"));
    va_list rest;
    va_start(rest, argument);
    auto* parentTid = va_arg(rest, pid_t*);
    auto* threadArea = va_arg(rest, void*);
    auto* childTid = va_arg(rest, pid_t*);
    va_end(rest);
    return real(entry, stack, flags, argument, parentTid, threadArea, childTid);
}
