// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/secret_store.h"

#include "backend/execution/completion.h"
#include "backend/execution/interruption.h"
#include "backend/transport/secret_file.h"

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
struct Answer
{
    QKeychain::Error error = QKeychain::OtherError;
    QByteArray data;
    Completion given;
};

std::shared_ptr<Answer> ask(QKeychain::Job* job, const QString& key)
{
    auto answer = std::make_shared<Answer>();
    job->setKey(key);
    QObject::connect(job, &QKeychain::Job::finished, job, [answer](QKeychain::Job* done) {
        answer->error = done->error();
        if (const auto* reader = qobject_cast<QKeychain::ReadPasswordJob*>(done))
            answer->data = reader->binaryData();
        answer->given.fire();
    });
    job->start(); // deletes itself when it is finished
    return answer;
}

/// True when the keyring has answered in time, whatever it said.
Task<bool> answered(std::shared_ptr<Answer> answer, std::chrono::milliseconds patience, CallContext context)
{
    const Interruption late(context.within(patience), [answer] { answer->given.fire(); });
    co_await answer->given;
    if (late.byCancel())
        co_return Cancelled{};
    co_return !late.happened();
}

bool isUseless(const Answer& answer)
{
    return answer.error == QKeychain::NoBackendAvailable || answer.error == QKeychain::NotImplemented ||
           answer.error == QKeychain::OtherError;
}

} // namespace

SecretStore::SecretStore(QString home, std::chrono::milliseconds patience)
    : m_folder(std::move(home) + u"/secrets"), m_patience(patience)
{
}

Task<SecretStore::Kept> SecretStore::read(QString key, CallContext context)
{
    if (m_keyringAnswers && hasSessionBus()) {
        const std::shared_ptr<Answer> answer = ask(new QKeychain::ReadPasswordJob(service), key);
        const Result<bool> inTime = co_await answered(answer, m_patience, context);
        if (!inTime.ok())
            co_return inTime.as<Kept>();
        m_keyringAnswers = *inTime && !isUseless(*answer);
        if (m_keyringAnswers && answer->error == QKeychain::NoError)
            co_return Kept{Secret(answer->data), Place::Keyring};
    }
    const Result<Secret> secret = readSecretFile(m_folder, key);
    if (!secret.ok())
        co_return secret.as<Kept>();
    co_return Kept{*secret, secret->isEmpty() ? Place::Nowhere : Place::File};
}

Task<SecretStore::Place> SecretStore::write(QString key, Secret secret, CallContext context)
{
    if (m_keyringAnswers && hasSessionBus()) {
        auto* job = new QKeychain::WritePasswordJob(service);
        job->setBinaryData(secret.reveal());
        const std::shared_ptr<Answer> answer = ask(job, key);
        const Result<bool> inTime = co_await answered(answer, m_patience, context);
        if (!inTime.ok())
            co_return inTime.as<Place>();
        m_keyringAnswers = *inTime && !isUseless(*answer);
        if (m_keyringAnswers && answer->error == QKeychain::NoError) {
            removeSecretFile(m_folder, key);
            co_return Place::Keyring;
        }
    }
    const Result<Done> written = writeSecretFile(m_folder, key, secret);
    if (!written.ok())
        co_return written.as<Place>();
    co_return Place::File;
}

Task<Done> SecretStore::remove(QString key, CallContext context)
{
    removeSecretFile(m_folder, key);
    if (m_keyringAnswers && hasSessionBus()) {
        const std::shared_ptr<Answer> answer = ask(new QKeychain::DeletePasswordJob(service), key);
        const Result<bool> inTime = co_await answered(answer, m_patience, context);
        if (!inTime.ok())
            co_return inTime.as<Done>();
        m_keyringAnswers = *inTime && !isUseless(*answer);
    }
    co_return Done{};
}

} // namespace snowmelt
