// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/secret_store.h"

#include "backend/transport/secret_file.h"

namespace snowmelt {

SecretStore::SecretStore(QString home, std::chrono::milliseconds patience)
    : m_folder(std::move(home) + u"/secrets"), m_keyring(patience)
{
}

Task<SecretStore::Kept> SecretStore::read(QString key, CallContext context)
{
    const Result<std::optional<Secret>> found = co_await m_keyring.read(key, context);
    if (!found.ok())
        co_return found.as<Kept>();
    if (*found)
        co_return Kept{**found, Place::Keyring};
    const Result<Secret> secret = readSecretFile(m_folder, key);
    if (!secret.ok())
        co_return secret.as<Kept>();
    co_return Kept{*secret, secret->isEmpty() ? Place::Nowhere : Place::File};
}

Task<SecretStore::Place> SecretStore::write(QString key, Secret secret, CallContext context)
{
    const Result<Done> kept = co_await m_keyring.write(key, secret, context);
    if (kept.cancelled())
        co_return Cancelled{};
    if (kept.ok()) {
        removeSecretFile(m_folder, key);
        co_return Place::Keyring;
    }
    const Result<Done> written = writeSecretFile(m_folder, key, secret);
    if (!written.ok())
        co_return written.as<Place>();
    co_return Place::File;
}

Task<Done> SecretStore::remove(QString key, CallContext context)
{
    removeSecretFile(m_folder, key);
    return m_keyring.remove(key, context);
}

} // namespace snowmelt
