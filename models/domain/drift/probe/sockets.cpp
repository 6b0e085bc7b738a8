// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/probe/piece.h"

#include <QtEndian>

namespace snowmelt {

namespace {

// Without iproute2 the kernel's own tables, and who has which of their sockets open. A process may end meanwhile.
constexpr auto socketsText = R"sh(
if have ss; then
    ss -H -ltnup
elif [ -e /proc/net/tcp ]; then
    echo proc
    for table in tcp tcp6 udp udp6; do
        [ -e "/proc/net/$table" ] || continue
        echo "= $table"
        cat "/proc/net/$table"
    done &&
        echo "= owners" &&
        { ls -l /proc/[0-9]*/fd 2> /dev/null | grep -e '^/proc/' -e 'socket:\['; true; } &&
        echo "= names" &&
        { grep -sH '' /proc/[0-9]*/comm; true; }
else
    (exit 127)
fi
)sh";

constexpr auto whoText = R"sh(
id -u
)sh";

// users:(("sshd",pid=1,fd=3),…)
QString processName(const QByteArray& line)
{
    const qsizetype begin = line.indexOf("users:((\"");
    const qsizetype end = begin < 0 ? -1 : line.indexOf("\",pid=", begin);
    return end < 0 ? QString() : QString::fromUtf8(line.mid(begin + 9, end - begin - 9));
}

constexpr qsizetype mostSockets = 20'000;

void addSocket(const SocketFact& socket, ProbeFacts& facts)
{
    const bool known = facts.sockets.contains(socket); // threads that share a port are listed one by one
    if (!known && facts.sockets.size() <= mostSockets)
        facts.sockets.append(socket);
}

std::optional<int> portNumber(const QByteArray& text, int base)
{
    const auto value = wholeNumber(text, base);
    return value && *value <= 65535 ? std::optional<int>(int(*value)) : std::nullopt;
}

bool readSs(const QByteArray& body, ProbeFacts& facts)
{
    for (const QByteArray& line : nonEmptyLines(body)) {
        const QList<QByteArray> words = line.simplified().split(' '); // protocol state recv-q send-q local peer process
        if (words.size() < 6)
            return false;
        const QByteArray& local = words.at(4);
        const qsizetype colon = local.lastIndexOf(':');
        const auto port = colon < 0 ? std::nullopt : portNumber(local.mid(colon + 1), 10);
        if (!port)
            return false;
        addSocket({QString::fromUtf8(words.at(0)), QString::fromUtf8(local.left(colon)), *port, processName(line)},
                  facts);
    }
    return true;
}

/// What /proc says about sockets, block by block; docs: proc(5) and Documentation/networking/proc_net_tcp.rst.
class KernelSockets
{
public:
    bool read(const QByteArray& body);
    void tell(ProbeFacts& facts) const;

private:
    bool readLine(const QByteArray& block, const QByteArray& line);
    bool readSocket(const QByteArray& protocol, const QByteArray& line);
    void readOwner(const QByteArray& line);
    void readName(const QByteArray& line);

    struct Open
    {
        SocketFact socket;
        QByteArray inode;
    };
    QList<Open> m_open;
    QHash<QByteArray, QByteArray> m_owners; // inode → pid
    QHash<QByteArray, QString> m_names;     // pid → name
    QByteArray m_owner;                     // whose descriptors are listed at the moment
};

// "0100007F:0016": words of the address in the byte order of the node, which for all we know is little-endian.
QString addressText(const QByteArray& hex)
{
    QByteArray bytes = QByteArray::fromHex(hex);
    for (qsizetype at = 0; at + 4 <= bytes.size(); at += 4)
        qToBigEndian(qFromLittleEndian<quint32>(bytes.constData() + at), bytes.data() + at);
    if (bytes.size() == 4)
        return QStringLiteral("%1.%2.%3.%4")
            .arg(uchar(bytes[0]))
            .arg(uchar(bytes[1]))
            .arg(uchar(bytes[2]))
            .arg(uchar(bytes[3]));
    // The longest run of zero words, of two at least, is told as "::".
    QList<int> words;
    for (qsizetype at = 0; at + 2 <= bytes.size(); at += 2)
        words.append(qFromBigEndian<quint16>(bytes.constData() + at));
    qsizetype best = 0;
    qsizetype length = 1;
    for (qsizetype from = 0; from < words.size(); ++from) {
        qsizetype to = from;
        while (to < words.size() && words.at(to) == 0)
            ++to;
        if (to - from > length) {
            best = from;
            length = to - from;
        }
    }
    const auto joined = [&words](qsizetype from, qsizetype to) {
        QStringList parts;
        for (qsizetype at = from; at < to; ++at)
            parts.append(QString::number(words.at(at), 16));
        return parts.join(u':');
    };
    if (length < 2)
        return u'[' + joined(0, words.size()) + u']';
    return u'[' + joined(0, best) + u"::" + joined(best + length, words.size()) + u']';
}

bool KernelSockets::readSocket(const QByteArray& protocol, const QByteArray& line)
{
    const QList<QByteArray> words = line.simplified().split(' ');
    if (words.value(0) == "sl")
        return true; // the heading
    const QByteArray local = words.value(1);
    const qsizetype colon = local.indexOf(':');
    const auto port = colon == 8 || colon == 32 ? portNumber(local.mid(colon + 1), 16) : std::nullopt;
    if (!port || words.size() < 10)
        return false;
    const bool isTcp = protocol.startsWith("tcp");
    if (words.at(3) == (isTcp ? "0A" : "07")) // listens; nobody in particular is at the other end
        m_open.append(
            {{isTcp ? QStringLiteral("tcp") : QStringLiteral("udp"), addressText(local.left(colon)), *port, {}},
             words.at(9)});
    return true;
}

// "/proc/12/fd:", then "lrwx------ 1 root root 64 … 3 -> socket:[4711]"
void KernelSockets::readOwner(const QByteArray& line)
{
    if (line.startsWith("/proc/"))
        m_owner = line.mid(6, line.indexOf('/', 6) - 6);
    const qsizetype begin = line.lastIndexOf("-> socket:[");
    if (begin >= 0 && line.endsWith(']'))
        m_owners.insert(line.mid(begin + 11, line.size() - begin - 12), m_owner);
}

// "/proc/12/comm:sshd"
void KernelSockets::readName(const QByteArray& line)
{
    const qsizetype end = line.indexOf("/comm:");
    if (line.startsWith("/proc/") && end > 0)
        m_names.insert(line.mid(6, end - 6), QString::fromUtf8(line.mid(end + 6)));
}

bool KernelSockets::readLine(const QByteArray& block, const QByteArray& line)
{
    if (block == "owners")
        readOwner(line);
    else if (block == "names")
        readName(line);
    else
        return readSocket(block, line);
    return true;
}

bool KernelSockets::read(const QByteArray& body)
{
    QByteArray block;
    for (const QByteArray& line : nonEmptyLines(body)) {
        if (line.startsWith("= "))
            block = line.mid(2);
        else if (block.isEmpty() || !readLine(block, line))
            return false;
    }
    return block == "names";
}

void KernelSockets::tell(ProbeFacts& facts) const
{
    for (Open open : m_open) {
        const QByteArray pid = m_owners.value(open.inode);
        open.socket.process = m_names.value(pid);
        addSocket(open.socket, facts);
    }
}

QString readSockets(const QByteArray& body, ProbeFacts& facts)
{
    KernelSockets sockets;
    const bool isKernels = body.startsWith("proc\n");
    if (isKernels ? !sockets.read(body.mid(5)) : !readSs(body, facts))
        return nonsense();
    sockets.tell(facts);
    return facts.sockets.size() > mostSockets ? QStringLiteral("truncated") : QString();
}

QString readWho(const QByteArray& body, ProbeFacts& facts)
{
    facts.processesAreNamed = body.trimmed() == "0";
    return {};
}

} // namespace

QList<ProbePiece> socketPieces()
{
    return {{"who", DriftSection::Sockets, ProbePiece::Quick, whoText, readWho},
            {"sockets", DriftSection::Sockets, ProbePiece::Quick, socketsText, readSockets, 400'000}};
}

} // namespace snowmelt
