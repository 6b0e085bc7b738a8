// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>

#include <cstddef>

namespace snowmelt {

/// The memory of one libssh2 session. It holds passwords and keys, so whatever is freed is wiped before; and libssh2
/// 1.10 forgets some of it (a challenge's packet behind a password), so what is left ends with the session. One thread
/// at a time.
class SshMemory
{
public:
    SshMemory() = default;
    ~SshMemory();
    SshMemory(const SshMemory&) = delete;
    SshMemory& operator=(const SshMemory&) = delete;

    void* allocate(std::size_t size);
    void* reallocate(void* block, std::size_t size);
    /// Also what a callback of ours allocated with malloc() for libssh2 to free.
    void release(void* block);

private:
    QSet<void*> m_blocks;
};

} // namespace snowmelt
