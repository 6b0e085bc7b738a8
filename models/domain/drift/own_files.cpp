// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/own_files.h"

#include <algorithm>

namespace snowmelt {

namespace {

constexpr QByteArrayView hostKeys = "/etc/ssh/ssh_host_";

QString contentField()
{
    return QStringLiteral("content");
}

void takeBirthFiles(FactTable& files, const BirthParameters& birth)
{
    for (const BirthFile& given : birth.files) {
        const auto row = files.find(given.path);
        if (row != files.end() && row->fields.value(contentField()).toLatin1() == given.sha256)
            row->fields.insert(contentField(), QStringLiteral("as given at birth"));
    }
}

void takeHostKeys(FactTable& files, const BirthParameters& birth)
{
    for (auto row = files.lowerBound(hostKeys.toByteArray()); row != files.end(); ++row) {
        if (!row.key().startsWith(hostKeys))
            break;
        const bool isKey = row.key().endsWith("_key") || row.key().endsWith("_key.pub");
        const bool given = std::ranges::find(birth.files, row.key(), &BirthFile::path) != birth.files.end();
        if (isKey && !given && row->fields.contains(contentField()))
            row->fields.insert(contentField(), QStringLiteral("its own"));
    }
}

} // namespace

void takeOwnFilesAsAlike(FactSheet& sheet, const BirthParameters& birth)
{
    const auto files = sheet.tables.find(DriftSection::Files);
    if (files == sheet.tables.end())
        return;
    takeBirthFiles(*files, birth);
    takeHostKeys(*files, birth);
}

} // namespace snowmelt
