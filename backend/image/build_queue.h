// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/durable_file.h"
#include "backend/image/image_builder.h"

#include <QStringList>

#include <memory>

namespace snowmelt {

/// A place in the queue of all builds of one data folder, whichever process they are of: a numbered file below
/// `home`/cache/queue that says which images the build may make, locked while the build lives. A place whose Snowmelt
/// died is nobody's, and the next who looks removes it.
class BuildTurn
{
public:
    /// At the end of the queue. Blocking.
    static Result<std::shared_ptr<BuildTurn>> queue(const QString& home, const QStringList& images);
    BuildTurn(const BuildTurn&) = delete;
    BuildTurn& operator=(const BuildTurn&) = delete;
    ~BuildTurn(); ///< leaves the queue

    /// How many builds are before it while it may not begin; 0: it may. Blocking.
    Result<int> buildsBefore(int atOnce) const;

private:
    BuildTurn(QString home, int number, QStringList images, FileLock lock);

    QString m_home;
    int m_number;
    QStringList m_images;
    FileLock m_lock;
};

/// As many builds go on at once: SNOWMELT_BUILDS_AT_ONCE, 1 to 64; half the processors where that says nothing.
int buildsAtOnce();

/// Waits for the turn of a build that may make `images`; emits Progress{AwaitingTurn} whenever its place changes.
Task<std::shared_ptr<BuildTurn>> awaitTurn(QString home, QStringList images, ImageBuilder::Emit emit,
                                           CallContext context);

} // namespace snowmelt
