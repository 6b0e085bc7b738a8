// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/ssh/known_hosts_line.h"

#include "models/domain/ssh/known_hosts.h"
#include "models/domain/ssh/ssh_lines.h"

#include <QMessageAuthenticationCode>

#include <variant>

namespace snowmelt {

namespace {

constexpr qsizetype saltSize = 20; // of SHA-1, as OpenSSH demands

/// Takes the words of a line one by one; they are parted by spaces and tabs.
class KnownHostWords
{
public:
    explicit KnownHostWords(const QByteArray& line) : m_line(line) { skip(); }

    bool atEnd() const { return m_at >= m_line.size(); }
    char peek() const { return atEnd() ? '\0' : m_line.at(m_at); }
    qsizetype position() const { return m_at; }
    QByteArray next()
    {
        const qsizetype begin = m_at;
        while (!atEnd() && !isParting())
            ++m_at;
        const QByteArray word = m_line.mid(begin, m_at - begin);
        skip();
        return word;
    }

private:
    bool isParting() const { return m_line.at(m_at) == ' ' || m_line.at(m_at) == '\t'; }
    void skip()
    {
        while (!atEnd() && isParting())
            ++m_at;
    }
    const QByteArray& m_line;
    qsizetype m_at = 0;
};

using KnownHostOrFlaw = std::variant<KnownHost, KnownHostFlaw>;

KnownHostOrFlaw readKey(KnownHostWords& words, KnownHost host)
{
    const QByteArray type = words.next();
    const QByteArray blob = words.next();
    if (type.isEmpty() || type.startsWith('#') || blob.isEmpty())
        return KnownHostFlaw::NoKey;
    const auto decoded = QByteArray::fromBase64Encoding(blob, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.isEmpty() || keyType(decoded.decoded) != type)
        return KnownHostFlaw::BadKey;
    host.key = {type, decoded.decoded};
    return host;
}

KnownHostOrFlaw readHost(KnownHostWords& words)
{
    KnownHost host;
    if (words.peek() == '@') {
        const QByteArray marker = words.next();
        if (marker != "@revoked" && marker != "@cert-authority")
            return KnownHostFlaw::BadMarker;
        host.marker = marker == "@revoked" ? KnownHostMarker::Revoked : KnownHostMarker::CertAuthority;
    }
    if (words.peek() == '@')
        return KnownHostFlaw::BadMarker;
    host.names = words.next();
    if (host.names.startsWith('|') && hostNameSalt(host.names).isEmpty())
        return KnownHostFlaw::BadHash;
    return readKey(words, host);
}

void readKnownHostLine(const QByteArray& line, SshPlace place, KnownHosts* known)
{
    KnownHostWords words(line);
    if (words.atEnd() || words.peek() == '#')
        return;
    place.column = sshColumn(line, words.position());
    const bool hasNul = line.contains('\0');
    const KnownHostOrFlaw read = hasNul ? KnownHostOrFlaw(KnownHostFlaw::NulByte) : readHost(words);
    if (const KnownHostFlaw* const flaw = std::get_if<KnownHostFlaw>(&read)) {
        known->broken.append({*flaw, place});
        return;
    }
    KnownHost host = std::get<KnownHost>(read);
    host.place = place;
    known->hosts.append(host);
}

} // namespace

void readKnownHosts(const QByteArray& bytes, const QString& file, KnownHosts* known)
{
    int number = 0;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype end = bytes.indexOf('\n', at);
        const qsizetype stop = end < 0 ? bytes.size() : end;
        readKnownHostLine(sshTrimmedEnd(bytes.mid(at, stop - at)), {file, ++number, 1}, known);
        at = stop + 1;
    }
}

QByteArray hostNameSalt(const QByteArray& hashed)
{
    const QList<QByteArray> parts = hashed.split('|');
    if (parts.size() != 4 || !parts.at(0).isEmpty() || parts.at(1) != "1")
        return {};
    const auto salt = QByteArray::fromBase64Encoding(parts.at(2), QByteArray::AbortOnBase64DecodingErrors);
    const auto hash = QByteArray::fromBase64Encoding(parts.at(3), QByteArray::AbortOnBase64DecodingErrors);
    const bool whole = salt && hash && salt.decoded.size() == saltSize && hash.decoded.size() == saltSize;
    return whole ? salt.decoded : QByteArray();
}

QByteArray hashedHostName(const QByteArray& name, const QByteArray& salt)
{
    const QByteArray hash = QMessageAuthenticationCode::hash(name, salt, QCryptographicHash::Sha1);
    return "|1|" + salt.toBase64() + '|' + hash.toBase64();
}

} // namespace snowmelt
