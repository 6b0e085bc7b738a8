// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/host_key_check.h"

#include "backend/execution/blocking.h"
#include "backend/transport/known_hosts_file.h"
#include "models/domain/drift/drift.h"
#include "models/domain/ssh/host_key.h"

#include <QRandomGenerator>

#include <utility>

#include <algorithm>

namespace snowmelt {

namespace {

struct Judged
{
    HostKeyJudgement judgement;
    QList<QByteArray> types; ///< that are known for the host
};

QString placeText(const QList<SshPlace>& lines)
{
    return lines.isEmpty() ? QString() : QString(lines.first().file + u':' + QString::number(lines.first().line));
}

QString hostText(const SshWay& way)
{
    return QString::fromUtf8(knownHostName(peerOf(way)));
}

Task<KnownHosts> knownHostsOf(SshWay way)
{
    const QStringList paths = way.userKnownHostsFiles + way.globalKnownHostsFiles;
    std::function<Result<KnownHosts>()> read = [paths] { return readKnownHostsFiles(paths); };
    const Result<KnownHosts> known = co_await runBlocking(read);
    co_return known;
}

Task<Judged> judged(SshWay way, HostKey key)
{
    const Result<KnownHosts> known = co_await knownHostsOf(way);
    if (!known.ok())
        co_return known.as<Judged>();
    std::function<Result<Judged>()> judge = [known = *known, peer = peerOf(way), key]() -> Result<Judged> {
        return Judged{judgeHostKey(known, peer, key), knownKeyTypes(known, peer)};
    };
    const Result<Judged> result = co_await runBlocking(judge);
    co_return result;
}

QByteArray saltFor(const SshWay& way)
{
    QByteArray salt(way.hashKnownHosts ? 20 : 0, '\0');
    for (char& byte : salt)
        byte = char(QRandomGenerator::system()->bounded(256));
    return salt;
}

// Anything else would be a pattern for other hosts, or something that is no line of known_hosts at all.
bool isOneName(const QByteArray& name)
{
    return !name.isEmpty() && std::ranges::none_of(name, [](char c) {
        return c <= ' ' || c == 0x7f || QByteArrayView("*?,!|@#$`\"'\\").contains(c);
    });
}

// Nobody names a file to write in: the key is believed for this connection.
Task<Done> writeDown(SshWay way, HostKey key)
{
    if (way.userKnownHostsFiles.isEmpty())
        co_return Done{};
    const QString path = way.userKnownHostsFiles.first();
    const QByteArray name = knownHostName(peerOf(way));
    if (!isOneName(name))
        co_return Error{ErrorCode::FileUnwritable, {path}, u"not a host name: " + displayText(name)};
    const QByteArray line = knownHostLine(peerOf(way), key, saltFor(way));
    std::function<Result<Done>()> append = [path, line] { return appendKnownHost(path, line); };
    const Result<Done> written = co_await runBlocking(append);
    co_return written;
}

AccessQuestion questionAbout(const SshWay& way, const HostKey& key)
{
    AccessQuestion question;
    question.kind = AccessKind::HostKey;
    question.subject = QString::fromLatin1(key.type);
    question.fingerprint = fingerprint(key.blob);
    question.file = way.userKnownHostsFiles.value(0);
    return question;
}

QString certificatesOf(const HostKeyJudgement& judgement)
{
    if (judgement.authorities.isEmpty())
        return {};
    return u"@cert-authority " + placeText(judgement.authorities) + u": host certificates are not supported";
}

Task<Done> acceptUnknown(std::shared_ptr<SshConnection> connection, SshWay way, HostKey key, HostKeyJudgement judgement,
                         Questioner* questioner)
{
    const bool mayNotAsk = way.strictness == SshStrictness::Ask && way.asksNobody;
    if (way.strictness == SshStrictness::Refuse || mayNotAsk) {
        const QStringList args{QString(), fingerprint(key.blob), hostText(way)};
        const QString asked = mayNotAsk ? QStringLiteral("not asked about: BatchMode yes") : QString();
        const QStringList detail{asked, certificatesOf(judgement)};
        co_return Error{ErrorCode::HostKeyUnknown, args, detail.join(u'\n').trimmed()};
    }
    if (way.strictness == SshStrictness::Ask) {
        const AccessQuestion question = questionAbout(way, key);
        const Result<AccessAnswer> answer = co_await questioner->ask(connection, question);
        if (!answer.ok())
            co_return answer.as<Done>();
    }
    const Result<Done> written = co_await writeDown(way, key);
    co_return written;
}

} // namespace

SshPeer peerOf(const SshWay& way)
{
    return {way.hostName, way.port, way.hostKeyAlias};
}

QByteArray hostKeyAlgorithms(const QList<QByteArray>& knownTypes)
{
    QList<QByteArray> types{"ssh-ed25519", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521",
                            "ssh-rsa"};
    qsizetype at = 0;
    for (const QByteArray& type : knownTypes) {
        if (types.removeOne(type))
            types.insert(at++, type);
    }
    // RSA keys with SHA-2 are algorithms of their own (RFC 8332); preferHostKeys() leaves out what libssh2 does not
    // know.
    return types.join(',').replace("ssh-rsa", "rsa-sha2-512,rsa-sha2-256,ssh-rsa");
}

Task<QByteArray> hostKeyAlgorithmsFor(SshWay way)
{
    const Result<KnownHosts> known = co_await knownHostsOf(way);
    if (!known.ok())
        co_return known.as<QByteArray>();
    co_return hostKeyAlgorithms(knownKeyTypes(*known, peerOf(way)));
}

Task<Done> checkHostKey(std::shared_ptr<SshConnection> connection, SshWay way, QByteArray blob, Questioner* questioner)
{
    const HostKey key{keyType(blob), blob};
    const Result<Judged> seen = co_await judged(way, key);
    if (!seen.ok())
        co_return seen.as<Done>();
    const HostKeyJudgement& judgement = seen->judgement;
    const QStringList args{QString(), hostText(way), fingerprint(blob), placeText(judgement.lines)};
    switch (judgement.verdict) {
    case HostKeyVerdict::Known:
        co_return Done{};
    case HostKeyVerdict::Revoked:
        co_return Error{ErrorCode::HostKeyRevoked, args, {}};
    case HostKeyVerdict::Changed: {
        const QByteArray types = seen->types.join(' ');
        co_return Error{ErrorCode::HostKeyNotTrusted, args, QString::fromLatin1(key.type + "; known: " + types)};
    }
    case HostKeyVerdict::Unknown:
        break;
    }
    const Result<Done> accepted = co_await acceptUnknown(connection, way, key, judgement, questioner);
    co_return accepted;
}

} // namespace snowmelt
