// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/transport/key_file.h"

#include <QHash>

namespace snowmelt {

/// Keys whose passphrase was given, as long as the program talks to hosts: one passphrase, not one per host.
class KeyRing
{
public:
    /// Null when it is not there, or the file has another content by now.
    PrivateKey find(const KeyFile& file) const
    {
        const Entry entry = m_keys.value(file.path);
        return entry.locked == file.locked ? entry.key : PrivateKey();
    }
    void add(const KeyFile& file, const PrivateKey& key) { m_keys.insert(file.path, {file.locked, key}); }
    void clear() { m_keys.clear(); }

private:
    struct Entry
    {
        QByteArray locked;
        PrivateKey key;
    };
    QHash<QString, Entry> m_keys;
};

} // namespace snowmelt
