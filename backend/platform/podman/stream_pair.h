// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>

namespace snowmelt {

/// The blocking end, for the pool. Closed when the last owner goes.
class StreamWriter
{
public:
    explicit StreamWriter(int descriptor) : m_descriptor(descriptor) {}
    ~StreamWriter() { close(); }
    StreamWriter(const StreamWriter&) = delete;
    StreamWriter& operator=(const StreamWriter&) = delete;

    /// False when the reader is gone. No SIGPIPE.
    bool write(const char* bytes, size_t size);
    void close();

private:
    int m_descriptor;
};

/// Bytes from a pool thread to the event loop, without a file and without the loop ever waiting.
class StreamPair
{
public:
    StreamPair();
    ~StreamPair() { closeReader(); }
    StreamPair(const StreamPair&) = delete;
    StreamPair& operator=(const StreamPair&) = delete;

    int reader() const { return m_reader; } ///< non-blocking
    void closeReader();
    std::shared_ptr<StreamWriter> writer() const { return m_writer; }

private:
    int m_reader = -1;
    std::shared_ptr<StreamWriter> m_writer;
};

} // namespace snowmelt
