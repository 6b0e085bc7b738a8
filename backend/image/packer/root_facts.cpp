// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/packer/root_facts.h"

#include "backend/image/debian_paragraph.h"
#include "backend/image/durable_file.h"
#include "backend/image/inventory_json.h"

#include <QFile>

#include <algorithm>

namespace snowmelt {

namespace {

QList<DebianParagraph> installedParagraphs(const QByteArray& status)
{
    QList<DebianParagraph> found;
    for (qsizetype from = 0; from < status.size();) {
        qsizetype end = status.indexOf("\n\n", from);
        end = end < 0 ? status.size() : end;
        const DebianParagraph fields = parseParagraph(status.mid(from, end - from));
        if (fields["Status"].endsWith(" installed") && fields["Status"].startsWith("install "))
            found.append(fields);
        from = end + 2;
    }
    return found;
}

QByteArray ownArchitecture(const QList<DebianParagraph>& packages)
{
    const auto dpkg = std::find_if(packages.begin(), packages.end(),
                                   [](const DebianParagraph& fields) { return fields["Package"] == "dpkg"; });
    return dpkg == packages.end() ? QByteArray() : (*dpkg)["Architecture"];
}

/// Empty: the root has no such file.
Result<QByteArray> textIn(const QByteArray& root, const LayerContents& contents, const QByteArray& path)
{
    const auto found = std::find_if(contents.files.begin(), contents.files.end(),
                                    [&](const FileFact& file) { return file.path == path; });
    if (found == contents.files.end() || found->type != FileType::File)
        return QByteArray();
    return readWhole(QFile::decodeName(root + path));
}

} // namespace

QList<PackageFact> installedPackages(const QByteArray& status)
{
    const QList<DebianParagraph> paragraphs = installedParagraphs(status);
    const QByteArray own = ownArchitecture(paragraphs);
    QList<PackageFact> packages;
    for (const DebianParagraph& fields : paragraphs) {
        const QByteArray architecture = fields["Architecture"];
        const bool isOwn = own.isEmpty() || architecture == own || architecture == "all";
        QByteArray name = fields["Package"];
        if (fields["Multi-Arch"] == "same" || !isOwn)
            name += ':' + architecture;
        packages.append(
            {QString::fromUtf8(name), QString::fromUtf8(fields["Version"]), QString::fromUtf8(architecture)});
    }
    std::sort(packages.begin(), packages.end(),
              [](const PackageFact& a, const PackageFact& b) { return a.name < b.name; });
    return packages;
}

Result<RootFacts> factsOfRoot(const QByteArray& root, const LayerContents& contents)
{
    const auto status = textIn(root, contents, "/var/lib/dpkg/status");
    const auto passwd = textIn(root, contents, "/etc/passwd");
    const auto group = textIn(root, contents, "/etc/group");
    for (const auto* text : {&status, &passwd, &group})
        if (!*text)
            return text->as<RootFacts>();
    return RootFacts{!status->isEmpty(), installedPackages(*status), parsePasswd(*passwd), parseGroups(*group)};
}

} // namespace snowmelt
