// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/ssh_agent.h"

#include "backend/execution/interruption.h"
#include "backend/transport/bell.h"
#include "backend/transport/wire.h"

#include <QLocalSocket>

namespace snowmelt {

namespace {

enum Message : char { RequestIdentities = 11, IdentitiesAnswer = 12, SignRequest = 13, SignResponse = 14 };
constexpr quint32 signRsaSha256 = 2; // flags of a request to sign
constexpr quint32 signRsaSha512 = 4;

constexpr qint64 answerLimit = 256 * 1024; // OpenSSH's
constexpr quint32 keysMax = 2048;          // OpenSSH's

Error unavailable(const QString& socket, const QString& why)
{
    return {ErrorCode::SecretUnavailable, {socket}, why};
}

// The whole answer when it is there.
std::optional<QByteArray> answerIn(const QByteArray& bytes)
{
    WireReader reader(bytes);
    const QByteArray answer = reader.text();
    return reader.ok() && !answer.isEmpty() ? std::optional(answer) : std::nullopt;
}

// A length that no answer has: whatever comes then is none.
QString nonsenseIn(const QByteArray& bytes)
{
    WireReader reader(bytes);
    const quint32 size = reader.number();
    const bool isNonsense = reader.ok() && (size == 0 || size > answerLimit);
    return isNonsense ? QStringLiteral("an answer of %1 bytes").arg(size) : QString();
}

Result<QByteArray> interrupted(const Interruption& interruption, const QString& path)
{
    const Result<QByteArray> end = interruption.as<QByteArray>(path);
    return end.failed() ? unavailable(path, u"no answer within " + end.error().args.at(1) + u" s") : end;
}

Task<QByteArray> askAgent(QString path, QByteArray request, CallContext context)
{
    Bell bell;
    const Interruption interruption(context, [&bell] { bell.ring(); });
    QLocalSocket socket;
    const auto ring = [&bell] { bell.ring(); };
    QObject::connect(&socket, &QLocalSocket::readyRead, &socket, ring);
    QObject::connect(&socket, &QLocalSocket::stateChanged, &socket, ring);
    QObject::connect(&socket, &QLocalSocket::connected, &socket,
                     [&socket, request] { socket.write(wireText(request)); });
    socket.setReadBufferSize(answerLimit);
    socket.connectToServer(path);
    QByteArray bytes;
    while (true) {
        if (socket.isOpen())
            bytes += socket.readAll();
        if (const std::optional<QByteArray> answer = answerIn(bytes))
            co_return *answer;
        if (interruption.happened())
            co_return interrupted(interruption, path);
        if (const QString nonsense = nonsenseIn(bytes); !nonsense.isEmpty())
            co_return unavailable(path, nonsense);
        if (socket.state() == QLocalSocket::UnconnectedState)
            co_return unavailable(path, socket.errorString());
        Completion news = bell.next();
        co_await news;
    }
}

// Nothing when it is not what it says it is.
std::optional<QList<AgentKey>> keysIn(WireReader reader)
{
    QList<AgentKey> keys;
    const quint32 count = reader.number();
    if (count > keysMax)
        return std::nullopt;
    for (quint32 i = 0; i < count && reader.ok(); ++i) {
        const QByteArray blob = reader.text();
        const QByteArray comment = reader.text();
        if (reader.ok())
            keys.append({blob, QString::fromUtf8(comment)});
    }
    return reader.ok() ? std::optional(keys) : std::nullopt;
}

quint32 flagsFor(const QByteArray& algorithm)
{
    if (algorithm == "rsa-sha2-512")
        return signRsaSha512;
    return algorithm == "rsa-sha2-256" ? signRsaSha256 : 0;
}

} // namespace

Task<QList<AgentKey>> agentKeys(QString socket, CallContext context)
{
    const Result<QByteArray> answer = co_await askAgent(socket, QByteArray(1, RequestIdentities), context);
    if (!answer.ok())
        co_return answer.as<QList<AgentKey>>();
    WireReader reader(*answer);
    if (reader.byte() != IdentitiesAnswer)
        co_return unavailable(socket, QStringLiteral("the agent lists no keys"));
    const std::optional<QList<AgentKey>> keys = keysIn(reader);
    co_return keys ? Result(*keys) : unavailable(socket, QStringLiteral("a list of keys that cannot be read"));
}

Task<QByteArray> agentSignature(QString socket, QByteArray blob, QByteArray algorithm, QByteArray data,
                                CallContext context)
{
    const QByteArray request =
        QByteArray(1, SignRequest) + wireText(blob) + wireText(data) + wireNumber(flagsFor(algorithm));
    const Result<QByteArray> answer = co_await askAgent(socket, request, context);
    if (!answer.ok())
        co_return answer;
    WireReader reader(*answer);
    if (reader.byte() != SignResponse)
        co_return unavailable(socket, QStringLiteral("the agent does not sign"));
    WireReader signature(reader.text());
    const QByteArray name = signature.text();
    const QByteArray bytes = signature.text();
    if (!signature.ok() || name != algorithm)
        co_return unavailable(socket, QStringLiteral("the agent signs as “%1”").arg(QString::fromLatin1(name)));
    co_return bytes;
}

} // namespace snowmelt
