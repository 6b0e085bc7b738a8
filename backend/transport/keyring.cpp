// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/keyring.h"

#include "backend/execution/completion.h"
#include "backend/execution/interruption.h"

#include <QFileInfo>
#include <qt6keychain/keychain.h>

#include <memory>

namespace snowmelt {

namespace {

const QString service = QStringLiteral("snowmelt");

// A session bus is somewhere; without one, libsecret would try to start one.
bool hasSessionBus()
{
    if (!qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return true;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFileInfo::exists(runtime + u"/bus");
}

/// What became of a question to the keyring. Outlives the question when nobody waits any more.
struct KeyringReply
{
    QKeychain::Error error = QKeychain::OtherError;
    QString words;
    QByteArray data;
    Completion given;
};
using KeyringReplyPtr = std::shared_ptr<KeyringReply>;

KeyringReplyPtr askKeyring(QKeychain::Job* job, const QString& key)
{
    auto reply = std::make_shared<KeyringReply>();
    job->setKey(key);
    QObject::connect(job, &QKeychain::Job::finished, job, [reply](QKeychain::Job* done) {
        reply->error = done->error();
        reply->words = done->errorString();
        if (const auto* reader = qobject_cast<QKeychain::ReadPasswordJob*>(done))
            reply->data = reader->binaryData();
        reply->given.fire();
    });
    job->start(); // deletes itself when it is finished
    return reply;
}

bool isUseless(const KeyringReply& reply)
{
    return reply.error == QKeychain::NoBackendAvailable || reply.error == QKeychain::NotImplemented ||
           reply.error == QKeychain::OtherError;
}

/// True when the keyring has answered in time with something to go by.
Task<bool> answered(KeyringReplyPtr reply, std::chrono::milliseconds patience, CallContext context)
{
    const Interruption late(context.within(patience), [reply] { reply->given.fire(); });
    co_await reply->given;
    if (late.byCancel())
        co_return Cancelled{};
    co_return !late.happened() && !isUseless(*reply);
}

} // namespace

bool Keyring::answers() const
{
    return m_answers && hasSessionBus();
}

Task<std::optional<Secret>> Keyring::read(QString key, CallContext context)
{
    if (!answers())
        co_return std::optional<Secret>();
    const KeyringReplyPtr reply = askKeyring(new QKeychain::ReadPasswordJob(service), key);
    const Result<bool> useful = co_await answered(reply, m_patience, context);
    if (!useful.ok())
        co_return useful.as<std::optional<Secret>>();
    m_answers = *useful;
    const bool found = m_answers && reply->error == QKeychain::NoError;
    co_return found ? std::optional(Secret(reply->data)) : std::nullopt;
}

Task<Done> Keyring::write(QString key, Secret secret, CallContext context)
{
    if (!answers())
        co_return Error{ErrorCode::SecretUnavailable, {key}, {}};
    auto* job = new QKeychain::WritePasswordJob(service);
    job->setBinaryData(secret.reveal());
    const KeyringReplyPtr reply = askKeyring(job, key);
    const Result<bool> useful = co_await answered(reply, m_patience, context);
    if (!useful.ok())
        co_return useful.as<Done>();
    m_answers = *useful;
    if (!m_answers || reply->error != QKeychain::NoError)
        co_return Error{ErrorCode::SecretUnavailable, {key}, reply->words};
    co_return Done{};
}

Task<Done> Keyring::remove(QString key, CallContext context)
{
    if (!answers())
        co_return Done{};
    const KeyringReplyPtr reply = askKeyring(new QKeychain::DeletePasswordJob(service), key);
    const Result<bool> useful = co_await answered(reply, m_patience, context);
    if (!useful.ok())
        co_return useful.as<Done>();
    m_answers = *useful;
    co_return Done{};
}

} // namespace snowmelt
