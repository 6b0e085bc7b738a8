// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/transport/keyring.h"

namespace snowmelt {

/// Keeps secrets in the session's keyring when one answers, else in files only their owner may read, and says where.
/// Without a session bus the keyring is not asked; one that does not answer in time is not asked again.
class SecretStore
{
public:
    enum class Place { Nowhere, Keyring, File };
    struct Kept
    {
        Secret secret;
        Place place = Place::Nowhere;
    };

    /// Files are `home`/secrets/KEY. `patience` bounds each question to the keyring.
    explicit SecretStore(QString home, std::chrono::milliseconds patience = std::chrono::seconds(5));

    /// Place::Nowhere when there is none. SecretUnavailable {key} when a file is there but others may read it.
    Task<Kept> read(QString key, CallContext context);
    /// Replaces what is kept; answers where it is now.
    Task<Place> write(QString key, Secret secret, CallContext context);
    /// From both places; removing what is not there succeeds.
    Task<Done> remove(QString key, CallContext context);

private:
    QString m_folder;
    Keyring m_keyring;
};

} // namespace snowmelt
