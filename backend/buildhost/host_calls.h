// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/platform/ssh/host_shell.h"

#include <QByteArrayList>

namespace snowmelt {

/// How a build host's script becomes root.
enum class HostRoot {
    Login,     ///< who logs in is root
    Sudo,      ///< without a password
    Namespace, ///< root of a user namespace, with the subordinate ids of who logs in
};

/// A call of one of the functions in resources/builder/host.sh.
struct HostCall
{
    QByteArray function;
    QByteArrayList arguments{};
};

/// What whoever logs in is to run: it reads a script.
QString hostCommand(HostRoot root);
/// The script: it says `mark` on both streams when it has been read and the call begins. What is sent before that would
/// be taken for a part of it.
QByteArray hostScript(const HostCall& call, const QByteArray& mark);

/// What stands behind the mark, as the stream comes in.
class BehindMark
{
public:
    explicit BehindMark(const QByteArray& mark) : m_mark('\n' + mark + '\n') {}
    bool passed() const { return m_passed; }
    QByteArray take(const QByteArray& bytes);

private:
    QByteArray m_mark;
    QByteArray m_before;
    bool m_passed = false;
};

/// How a call ended, as the host said.
struct HostEnd
{
    QString host;
    QString folder; ///< of all builds there; empty: not known yet
    QByteArray function;
    int exitStatus = 0;
    QByteArray err;
};

/// Why the call failed; nothing when it did not. HostToolMissing, HostCannotBuild, SshBroken, DiskFull, and
/// RemoteCommandFailed with its last lines.
std::optional<Error> callFailure(const HostEnd& end);

/// How the tier's script ended: "@ended 7".
std::optional<int> scriptStatus(const QByteArray& err);

/// One package of an apt index: the file it is called, and its hash.
struct IndexedDeb
{
    QByteArray name;
    QByteArray sha256; ///< hex
    bool operator==(const IndexedDeb&) const = default;
};
/// Those of the index that makeDebRepository() writes.
QList<IndexedDeb> debsIn(const QByteArray& index);

/// Debian's name for this machine's processor: "amd64".
QByteArray processorHere();

} // namespace snowmelt
