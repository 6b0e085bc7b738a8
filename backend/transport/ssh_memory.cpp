// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/ssh_memory.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include <malloc.h>

namespace snowmelt {

namespace {

void wipeAndFree(void* block)
{
    explicit_bzero(block, malloc_usable_size(block));
    std::free(block);
}

} // namespace

SshMemory::~SshMemory()
{
    for (void* block : std::as_const(m_blocks))
        wipeAndFree(block);
}

void* SshMemory::allocate(std::size_t size)
{
    void* block = std::malloc(size);
    if (block)
        m_blocks.insert(block);
    return block;
}

void* SshMemory::reallocate(void* block, std::size_t size)
{
    void* grown = allocate(size);
    if (!grown || !block)
        return grown;
    std::memcpy(grown, block, std::min(size, malloc_usable_size(block)));
    release(block);
    return grown;
}

void SshMemory::release(void* block)
{
    if (!block)
        return;
    m_blocks.remove(block);
    wipeAndFree(block);
}

} // namespace snowmelt
