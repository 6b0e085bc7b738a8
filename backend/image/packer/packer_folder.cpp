// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/packer/packer_folder.h"

#include "backend/image/durable_file.h"
#include "backend/image/folder_walk.h"
#include "models/recipes/recipe_files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>

namespace snowmelt {

namespace {

constexpr qsizetype mostNames = 4096;

class PackerFolderReading
{
public:
    explicit PackerFolderReading(const QString& templateFile)
        : m_template(templateFile), m_folder(QFileInfo(templateFile).canonicalPath())
    {
    }

    Result<QList<PackerFile>> read()
    {
        if (m_folder.isEmpty())
            return unreadable(m_template);
        if (const auto read = readBelow({}); !read)
            return read.as<QList<PackerFile>>();
        return m_files;
    }

private:
    Result<Done> readBelow(const QString& inside)
    {
        const QDir folder(m_folder + u'/' + inside);
        if (!folder.isReadable())
            return unreadable(folder.path());
        const auto all = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
        const QStringList names = folder.entryList(all, QDir::Name);
        for (const QString& name : names) {
            if (name == u".git")
                continue;
            if (auto taken = take(inside.isEmpty() ? name : QString(inside + u'/' + name)); !taken)
                return taken;
        }
        return Done{};
    }

    Result<Done> take(const QString& path)
    {
        if (m_files.size() >= mostNames)
            return Error{
                ErrorCode::PackerInvalid, {{}, m_template}, m_folder + QStringLiteral(": > %1").arg(mostNames)};
        const QFileInfo file(m_folder + u'/' + path);
        if (file.isSymLink())
            return takeLink(path, file);
        if (file.isDir()) {
            m_files.append({path, PackerFile::Kind::Folder, {}});
            return readBelow(path);
        }
        return takeFile(path, file);
    }

    Result<Done> takeLink(const QString& path, const QFileInfo& file)
    {
        const QByteArray target = QFile::encodeName(file.symLinkTarget());
        const QString end = file.canonicalFilePath();
        if (end.isEmpty() || !end.startsWith(QString(m_folder + u'/')))
            return unreadable(file.filePath());
        // Relative, so that it means the same in the copy.
        const QString relative = QDir(file.path()).relativeFilePath(QFile::decodeName(target));
        m_files.append({path, PackerFile::Kind::Link, QFile::encodeName(relative)});
        return Done{};
    }

    Result<Done> takeFile(const QString& path, const QFileInfo& file)
    {
        m_bytes += file.size();
        if (m_bytes >= fileLimit)
            return Error{
                ErrorCode::FileTooLarge, {m_folder, QString::number(m_bytes), QString::number(fileLimit - 1)}, {}};
        const auto content = readPlainFile(file.filePath(), fileLimit - 1);
        if (!content)
            return unreadable(file.filePath());
        m_files.append({path, file.isExecutable() ? PackerFile::Kind::Program : PackerFile::Kind::File, *content});
        return Done{};
    }

    static Error unreadable(const QString& path) { return {ErrorCode::FileUnreadable, {path}, {}}; }

    QString m_template;
    QString m_folder;
    QList<PackerFile> m_files;
    qint64 m_bytes = 0;
};

Result<Done> placeFile(const PackerFile& file, const QString& path)
{
    QFile out(path);
    if (!out.open(QIODevice::WriteOnly | QIODevice::Unbuffered | QIODevice::NewOnly) ||
        out.write(file.content) != file.content.size())
        return writeError(path, errno);
    const auto reads = QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther | QFile::WriteOwner;
    const auto runs = QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther;
    if (!out.setPermissions(file.kind == PackerFile::Kind::Program ? reads | runs : reads))
        return writeError(path, errno);
    return Done{};
}

Result<Done> place(const PackerFile& file, const QString& path)
{
    if (file.kind == PackerFile::Kind::Folder && !QDir().mkpath(path))
        return writeError(path, errno);
    if (file.kind == PackerFile::Kind::Link && !QFile::link(QFile::decodeName(file.content), path))
        return writeError(path, errno);
    if (file.kind == PackerFile::Kind::File || file.kind == PackerFile::Kind::Program)
        return placeFile(file, path);
    return Done{};
}

} // namespace

Result<QList<PackerFile>> readPackerFolder(const QString& templateFile)
{
    return PackerFolderReading(templateFile).read();
}

QByteArray identityOf(const PackerFile& file)
{
    return QByteArray::number(static_cast<int>(file.kind)) + file.path.toUtf8() + '\0' + file.content;
}

Result<Done> placePackerFolder(const QList<PackerFile>& files, const QString& folder)
{
    if (!QDir().mkpath(folder))
        return writeError(folder, errno);
    for (const PackerFile& file : files)
        if (auto placed = place(file, folder + u'/' + file.path); !placed)
            return placed;
    return Done{};
}

} // namespace snowmelt
