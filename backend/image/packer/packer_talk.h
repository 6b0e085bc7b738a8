// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/packer/packer_line.h"
#include "backend/image/packer/scrubbed_talk.h"

namespace snowmelt {

/// Something that a build of a template left.
struct PackerArtifact
{
    QString build;   ///< "null.root"
    QString builder; ///< "packer.file"
    QString id;
    QString text; ///< "Stored file: root.tar"
    QStringList files;
    bool operator==(const PackerArtifact&) const = default;
};

/// Follows a run of Packer line by line. Nothing that is kept or told has a secret in it.
class PackerTalk
{
public:
    explicit PackerTalk(const SecretScrub& scrub) : m_scrub(scrub), m_talk(scrub) {}

    /// What people are told after a line; empty: nothing.
    QStringList hear(const QByteArray& line);
    /// What they are told besides when nothing follows: of a command that ended.
    QStringList finish() { return tell(m_talk.end()); }
    /// What a command said that ended.
    void forget() { m_said.clear(); }

    const QByteArray& said() const { return m_said; }
    const QString& version() const { return m_version; } ///< "1.6.6"; empty: not told
    QList<PackerArtifact> artifacts() const;             ///< none twice

private:
    QStringList tell(QStringList lines);
    void take(const PackerLine& line);
    void takeArtifact(const PackerLine& line);

    SecretScrub m_scrub;
    ScrubbedTalk m_talk;
    QByteArray m_said;
    QString m_version;
    QList<std::pair<QString, PackerArtifact>> m_artifacts; ///< by build and number
};

} // namespace snowmelt
