// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/ssh/ssh_values.h"

#include <algorithm>
#include <limits>

namespace snowmelt {

namespace {

bool isDigits(const QByteArray& text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

qint64 secondsOf(char unit)
{
    switch (unit) {
    case 's':
    case 'S':
        return 1;
    case 'm':
    case 'M':
        return 60;
    case 'h':
    case 'H':
        return 60 * 60;
    case 'd':
    case 'D':
        return 24 * 60 * 60;
    case 'w':
    case 'W':
        return 7 * 24 * 60 * 60;
    default:
        return 0;
    }
}

// What a host or a user never has, and a mistaken quote or a second word brings.
bool isHopText(const QByteArray& text)
{
    return std::ranges::none_of(
        text, [](char c) { return c == '"' || c == '\'' || c == '\\' || c == '/' || static_cast<uchar>(c) <= ' '; });
}

/// Parts "host", "host:port" or "[address]:port". Both stay empty when it is none of them.
std::pair<QByteArray, QByteArray> hostAndPort(const QByteArray& text)
{
    if (!text.startsWith('[')) {
        const qsizetype colon = text.indexOf(':');
        return colon < 0 ? std::pair(text, QByteArray()) : std::pair(text.left(colon), text.mid(colon + 1));
    }
    const qsizetype close = text.indexOf(']');
    const QByteArray rest = close < 0 ? QByteArray("?") : text.mid(close + 1);
    if (!rest.isEmpty() && !rest.startsWith(':'))
        return {};
    return {text.mid(1, close - 1), rest.mid(1)};
}

} // namespace

std::optional<int> sshPort(const QByteArray& text)
{
    const int port = isDigits(text) && text.size() < 10 ? text.toInt() : 0;
    return port >= 1 && port <= 65535 ? std::optional(port) : std::nullopt;
}

std::optional<int> sshCount(const QByteArray& text)
{
    bool fits = false;
    const int count = text.toInt(&fits);
    return fits && isDigits(text) ? std::optional(count) : std::nullopt;
}

std::optional<int> sshSeconds(const QByteArray& text)
{
    if (text == "none")
        return -1;
    qint64 total = 0;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype begin = at;
        while (at < text.size() && text.at(at) >= '0' && text.at(at) <= '9')
            ++at;
        const std::optional<int> count = sshCount(text.mid(begin, at - begin));
        const qint64 unit = at < text.size() ? secondsOf(text.at(at++)) : 1;
        total += count ? *count * unit : 0;
        if (!count || unit == 0 || total > std::numeric_limits<int>::max())
            return std::nullopt;
    }
    return text.isEmpty() ? std::nullopt : std::optional(static_cast<int>(total));
}

std::optional<bool> sshFlag(const QByteArray& text)
{
    const QByteArray lower = text.toLower();
    if (lower == "yes" || lower == "true")
        return true;
    return lower == "no" || lower == "false" ? std::optional(false) : std::nullopt;
}

std::optional<bool> sshPubkeyFlag(const QByteArray& text)
{
    const QByteArray lower = text.toLower();
    return lower == "unbound" || lower == "host-bound" ? std::optional(true) : sshFlag(text);
}

std::optional<SshStrictness> sshStrictness(const QByteArray& text)
{
    const QByteArray lower = text.toLower();
    if (lower == "ask")
        return SshStrictness::Ask;
    if (lower == "accept-new")
        return SshStrictness::AcceptNew;
    const std::optional<bool> flag = lower == "off" ? std::optional(false) : sshFlag(text);
    if (!flag)
        return std::nullopt;
    return *flag ? SshStrictness::Refuse : SshStrictness::Off;
}

std::optional<SshHop> sshHop(const QByteArray& text)
{
    const bool isUri = text.startsWith("ssh://");
    QByteArray rest = isUri ? text.mid(6) : text;
    if (isUri && rest.endsWith('/'))
        rest.chop(1);
    const qsizetype at = rest.lastIndexOf('@');
    const QByteArray user = rest.left(qMax<qsizetype>(at, 0));
    const auto [host, port] = hostAndPort(rest.mid(at + 1));
    const std::optional<int> number = port.isEmpty() ? std::optional(0) : sshPort(port);
    const bool encoded = isUri && (rest.contains('%') || rest.contains(';'));
    if (at == 0 || host.isEmpty() || !number || encoded || !isHopText(user) || !isHopText(host))
        return std::nullopt;
    return SshHop{QString::fromUtf8(host), QString::fromUtf8(user), *number};
}

std::optional<QList<SshHop>> sshHops(const QByteArray& text)
{
    QList<SshHop> hops;
    if (text.compare("none", Qt::CaseInsensitive) == 0)
        return hops;
    const QList<QByteArray> parts = text.split(',');
    for (const QByteArray& part : parts) {
        const std::optional<SshHop> hop = sshHop(part);
        if (!hop)
            return std::nullopt;
        hops.append(*hop);
    }
    return hops;
}

} // namespace snowmelt
