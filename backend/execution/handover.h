// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>

#if defined(__SANITIZE_THREAD__)
#include <sanitizer/tsan_interface.h>
#endif

namespace snowmelt {

/// What a thread wrote before it queued something may be read by the thread that runs it. Qt's queues see to that with
/// locks inside its libraries, which the thread sanitizer cannot see: these two calls tell it. In every other build
/// they are nothing. `Way` is a type that names the crossing.
template <typename Way>
struct Handover
{
    static void give()
    {
#if defined(__SANITIZE_THREAD__)
        __tsan_release(&s_place);
#endif
    }
    static void take()
    {
#if defined(__SANITIZE_THREAD__)
        __tsan_acquire(&s_place);
#endif
    }

private:
    inline static char s_place = 0;
};

/// Work on its way to another thread. Queues move it into memory of their own; the last of these moves gives. Either
/// thread may be the one that lets go of it last.
template <typename Way, typename Work>
class Parcel
{
public:
    explicit Parcel(Work work) : m_work(std::move(work)) {}
    Parcel(const Parcel& other) : m_work(other.m_work) { Handover<Way>::give(); }
    Parcel(Parcel&& other) noexcept : m_work(std::move(other.m_work)) { Handover<Way>::give(); }
    Parcel& operator=(const Parcel&) = delete;
    ~Parcel() { Handover<Way>::take(); }

    void operator()()
    {
        Handover<Way>::take();
        m_work();
        Handover<Way>::give();
    }

private:
    Work m_work;
};

template <typename Way, typename Work>
Parcel<Way, Work> parcel(Work work)
{
    return Parcel<Way, Work>(std::move(work));
}

} // namespace snowmelt
