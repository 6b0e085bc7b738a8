// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/load/load_client.h"

#include <arpa/inet.h>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <memory>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>
#include <utility>

namespace snowmelt::test {

namespace {

std::string errnoText(const char* what)
{
    return std::string(what) + ": " + std::strerror(errno);
}

/// The value of a header of this answer's head, lower case name, or empty.
std::string headerValue(const std::string& head, const std::string& name)
{
    std::string lower;
    for (const char c : head)
        lower += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    const auto at = lower.find("\r\n" + name + ":");
    if (at == std::string::npos)
        return {};
    const auto start = head.find_first_not_of(' ', at + name.size() + 3);
    return head.substr(start, head.find("\r\n", start) - start);
}

/// The string value of "version" in the application's JSON.
std::string versionIn(const std::string& body)
{
    const std::string key = "\"version\":";
    const auto at = body.find(key);
    if (at == std::string::npos)
        return {};
    const auto open = body.find('"', at + key.size());
    return body.substr(open + 1, body.find('"', open + 1) - open - 1);
}

} // namespace

KeptConnection::KeptConnection(const std::string& host, int port)
{
    m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const timeval limit{20, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
    const int yes = 1;
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    ::inet_pton(AF_INET, host.c_str(), &address.sin_addr);
    if (::connect(m_socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0)
        return;
    m_failure = errnoText("connect");
    close();
}

KeptConnection::~KeptConnection()
{
    close();
}

void KeptConnection::close()
{
    if (m_socket >= 0)
        ::close(std::exchange(m_socket, -1));
}

bool KeptConnection::send(const std::string& bytes)
{
    for (std::size_t sent = 0; sent < bytes.size();) {
        const ssize_t n = ::send(m_socket, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (n <= 0) {
            m_failure = errnoText("send");
            return false;
        }
        sent += static_cast<std::size_t>(n);
    }
    return true;
}

OneAnswer KeptConnection::request(const std::string& method, const std::string& path, const std::string& body,
                                  int seconds)
{
    if (!isOpen())
        return {0, {}, m_failure.empty() ? "closed" : m_failure};
    const timeval limit{seconds, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    if (!send(method + ' ' + path + " HTTP/1.1\r\nHost: shop\r\nContent-Length: " + std::to_string(body.size()) +
              "\r\n\r\n" + body)) {
        close();
        return {0, {}, m_failure};
    }
    std::string answer;
    char buffer[8192];
    std::size_t wanted = std::string::npos; // head and body, once the head is here
    std::size_t headSize = 0;
    while (answer.size() < wanted) {
        const ssize_t n = ::recv(m_socket, buffer, sizeof buffer, 0);
        if (n <= 0) {
            const std::string failure =
                n == 0 ? "closed after " + std::to_string(answer.size()) + " bytes" : errnoText("recv");
            close();
            return {0, {}, failure};
        }
        answer.append(buffer, static_cast<std::size_t>(n));
        if (const auto end = answer.find("\r\n\r\n"); headSize == 0 && end != std::string::npos) {
            headSize = end + 4;
            const std::string length = headerValue(answer.substr(0, end + 2), "content-length");
            if (length.empty()) {
                close();
                return {0, {}, "answer without Content-Length"};
            }
            wanted = headSize + std::stoul(length);
        }
    }
    OneAnswer result{std::stoi(answer.substr(9, 3)), answer.substr(headSize), {}};
    if (headerValue(answer.substr(0, headSize), "connection") == "close")
        close();
    return result;
}

LoadClient::LoadClient(LoadPlan plan) : m_plan(std::move(plan)) {}

LoadClient::~LoadClient()
{
    stop();
}

void LoadClient::start()
{
    const auto spawn = [this](Kind kind, int threads) {
        for (int i = 0; i < threads; ++i)
            m_threads.emplace_back([this, kind] { work(kind); });
    };
    spawn(Kind::FreshGet, m_plan.freshGets);
    spawn(Kind::KeptGet, m_plan.keptGets);
    spawn(Kind::Post, m_plan.posts);
}

LoadCounts LoadClient::counts() const
{
    const std::lock_guard lock(m_mutex);
    return m_counts;
}

LoadCounts LoadClient::stop()
{
    m_stopping = true;
    for (std::thread& thread : m_threads)
        thread.join();
    m_threads.clear();
    return counts();
}

void LoadClient::work(Kind kind)
{
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(m_plan.mostSeconds);
    std::unique_ptr<KeptConnection> connection;
    while (!m_stopping && m_begun++ < m_plan.mostRequests && std::chrono::steady_clock::now() < end) {
        // An answer that said "Connection: close" ends the connection politely; the next request opens another.
        if (kind == Kind::FreshGet || !connection || !connection->isOpen())
            connection = std::make_unique<KeptConnection>(m_plan.host, m_plan.port);
        const OneAnswer answer = kind == Kind::Post ? connection->request("POST", "/orders", "{\"item\":\"load\"}")
                                                    : connection->request("GET", "/");
        const bool good = answer.failure.empty() && answer.status / 100 == 2;
        count(kind,
              good                     ? ""
              : answer.failure.empty() ? "status " + std::to_string(answer.status) + ": " + answer.body.substr(0, 80)
                                       : answer.failure,
              versionIn(answer.body));
        if (m_plan.pauseMicros > 0)
            std::this_thread::sleep_for(std::chrono::microseconds(m_plan.pauseMicros));
    }
}

void LoadClient::count(Kind kind, const std::string& failure, const std::string& version)
{
    const std::lock_guard lock(m_mutex);
    if (!failure.empty()) {
        ++m_counts.failed;
        ++m_counts.failures[failure];
        return;
    }
    ++(kind == Kind::FreshGet  ? m_counts.freshGets
       : kind == Kind::KeptGet ? m_counts.keptGets
                               : m_counts.postsAcknowledged);
    if (version.empty())
        return;
    ++m_counts.versions[version];
    m_counts.lastVersion = version;
}

} // namespace snowmelt::test
