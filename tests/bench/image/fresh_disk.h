// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace snowmelt::bench {

/// Mounts of this process are its own from here on and end with it. Wants root, and to be called before there are
/// threads. Whether that worked.
bool hideMounts();

/// A new and empty ext4 file system in a file of its own, for as long as this lives. ext4 goes past inodes that were
/// freed in the last minutes one by one: on a disk where trees come and go, whoever builds next pays for what was
/// removed before (twice the time, here).
class FreshDisk
{
public:
    /// `folder` gets the file and the place where it is mounted.
    explicit FreshDisk(const QString& folder);
    ~FreshDisk();
    FreshDisk(const FreshDisk&) = delete;
    FreshDisk& operator=(const FreshDisk&) = delete;

    /// Why there is none, path() being an ordinary folder then; empty: there is one.
    QString failure() const { return m_failure; }
    QString path() const { return m_path; }

private:
    QString m_file;
    QString m_path;
    QString m_failure;
};

} // namespace snowmelt::bench
