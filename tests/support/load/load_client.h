// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace snowmelt::test {

/// What a bounded load does, all at once, each kind on threads of its own.
struct LoadPlan
{
    std::string host;
    int port = 0;
    int freshGets = 1;                      ///< threads: a new connection for each GET /
    int keptGets = 1;                       ///< threads: GET / on one kept connection
    int posts = 1;                          ///< threads: POST /orders, kept connection
    int pauseMicros = 0;                    ///< between two requests of a thread
    std::uint64_t mostRequests = 1'000'000; ///< bound over all threads
    int mostSeconds = 600;
};

struct LoadCounts
{
    std::uint64_t freshGets = 0;
    std::uint64_t keptGets = 0;
    std::uint64_t postsAcknowledged = 0;
    std::uint64_t failed = 0;
    std::map<std::string, std::uint64_t> failures; ///< by reason
    std::map<std::string, std::uint64_t> versions; ///< answers by the version that gave them
    std::string lastVersion;
    std::uint64_t requests() const { return freshGets + keptGets + postsAcknowledged + failed; }
};

/// A client that never retries: every connection refused, reset, cut short or answered with anything but 200 counts as
/// one failed request.
class LoadClient
{
public:
    explicit LoadClient(LoadPlan plan);
    ~LoadClient();
    LoadClient(const LoadClient&) = delete;
    LoadClient& operator=(const LoadClient&) = delete;

    void start();
    LoadCounts counts() const; ///< so far
    LoadCounts stop();         ///< lets each thread finish its request

private:
    enum class Kind { FreshGet, KeptGet, Post };
    void work(Kind kind);
    void count(Kind kind, const std::string& failure, const std::string& version);

    LoadPlan m_plan;
    std::atomic<bool> m_stopping = false;
    std::atomic<std::uint64_t> m_begun = 0;
    mutable std::mutex m_mutex;
    LoadCounts m_counts;
    std::vector<std::thread> m_threads;
};

/// One request on a connection of its own, answered or not; for the slow request and the held connection.
struct OneAnswer
{
    int status = 0;
    std::string body;
    std::string failure;
};

/// A kept connection: request after request on one socket. Never reconnects by itself.
class KeptConnection
{
public:
    KeptConnection(const std::string& host, int port);
    ~KeptConnection();
    KeptConnection(const KeptConnection&) = delete;
    KeptConnection& operator=(const KeptConnection&) = delete;

    OneAnswer request(const std::string& method, const std::string& path, const std::string& body = {},
                      int seconds = 60);
    bool isOpen() const { return m_socket >= 0; }

private:
    bool send(const std::string& bytes);
    void close();

    int m_socket = -1;
    std::string m_failure;
};

} // namespace snowmelt::test
