// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/key_choice.h"

#include "models/domain/ssh/host_key.h"

#include <algorithm>

namespace snowmelt {

namespace {

// Keys on hardware and certificates sign in ways libssh2 1.10 cannot pass on.
bool canBeUsed(const QByteArray& blob)
{
    const QByteArray type = keyType(blob);
    return type == "ssh-ed25519" || type == "ssh-rsa" ||
           (type.startsWith("ecdsa-sha2-nistp") && !type.contains("-cert-"));
}

KeyChoice ofAgent(const AgentKey& key)
{
    const QString name = u"agent " + key.comment + u' ' + fingerprint(key.blob);
    return {key.blob, true, {}, name};
}

QString whyLeftOut(const KeyFile& file, bool named)
{
    switch (file.state) {
    case KeyFileState::Missing:
        return named ? QString(file.path + u": missing") : QString();
    case KeyFileState::Unreadable:
        return file.path + u": cannot be read";
    case KeyFileState::TooOpen:
        return file.path + u": permissions " + file.detail + u" are too open";
    case KeyFileState::NotAKey:
        return file.path + u": not a key";
    case KeyFileState::Unsupported:
        return file.path + u": not supported: " + file.detail;
    case KeyFileState::PublicOnly:
        return named ? QString(file.path + u": not in the agent") : QString();
    case KeyFileState::Encrypted:
    case KeyFileState::Open:
        break;
    }
    return {};
}

const AgentKey* inAgent(const QList<AgentKey>& agent, const QByteArray& blob)
{
    const auto found = std::ranges::find(agent, blob, &AgentKey::blob);
    return blob.isEmpty() || found == agent.end() ? nullptr : &*found;
}

class Chooser
{
public:
    Chooser(const SshWay& way, const QList<AgentKey>& agent, const QList<KeyFile>& files)
        : m_way(way), m_agent(agent), m_files(files)
    {
    }

    KeyChoices choose()
    {
        addAgentsNamed();
        if (!m_way.identitiesOnly)
            addAgentsOthers();
        addFiles();
        return m_choices;
    }

private:
    bool isChosen(const QByteArray& blob) const
    {
        return !blob.isEmpty() && std::ranges::find(m_choices.keys, blob, &KeyChoice::blob) != m_choices.keys.end();
    }
    void addAgent(const AgentKey& key)
    {
        if (isChosen(key.blob))
            return;
        if (canBeUsed(key.blob))
            m_choices.keys.append(ofAgent(key));
        else
            m_choices.leftOut.append(ofAgent(key).name + u": not supported: " + QString::fromLatin1(keyType(key.blob)));
    }
    void addAgentsNamed()
    {
        for (const KeyFile& file : m_files) {
            if (const AgentKey* key = inAgent(m_agent, file.publicBlob))
                addAgent(*key);
        }
    }
    void addAgentsOthers()
    {
        for (const AgentKey& key : m_agent)
            addAgent(key);
    }
    void addFiles()
    {
        for (const KeyFile& file : m_files) {
            if (isChosen(file.publicBlob))
                continue;
            const QString why = whyLeftOut(file, m_way.identitiesNamed);
            if (file.state == KeyFileState::Open || file.state == KeyFileState::Encrypted)
                m_choices.keys.append({file.publicBlob, false, file, file.path});
            else if (!why.isEmpty())
                m_choices.leftOut.append(why);
        }
    }

    const SshWay& m_way;
    const QList<AgentKey>& m_agent;
    const QList<KeyFile>& m_files;
    KeyChoices m_choices;
};

} // namespace

KeyChoices chooseKeys(const SshWay& way, const QList<AgentKey>& agent, const QList<KeyFile>& files)
{
    return Chooser(way, agent, files).choose();
}

} // namespace snowmelt
