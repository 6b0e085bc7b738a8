// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/platform/podman/engine_paths.h"

#include <QTemporaryDir>

namespace snowmelt::test {

/// A home of a test's own with its engine; the destructor ends the service and removes everything, mounts too.
class LabHome
{
public:
    LabHome();
    ~LabHome();

    QString path() const { return m_folder.path(); }
    QString runBase() const { return m_folder.filePath(QStringLiteral("run")); }
    EnginePaths engine() const { return enginePaths(path(), runBase()); }

    /// SIGKILL to the service, as a crash would; true when one ran.
    bool killService() const;
    /// Runs podman on this home's storage, without the service: for looking and for last clean-up.
    QByteArray podman(const QStringList& arguments) const;

private:
    QTemporaryDir m_folder;
};

} // namespace snowmelt::test
