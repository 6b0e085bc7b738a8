// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/birth_templates.h"

#include "backend/execution/blocking.h"
#include "models/domain/blueprint/named_files.h"

namespace snowmelt {

namespace {

/// Without their text.
QList<BirthTemplate> templatesListedIn(const Inventory& inventory)
{
    const QByteArray below = birthTemplateFolder() + '/';
    QList<BirthTemplate> listed;
    for (auto file = inventory.files.lowerBound(below); file != inventory.files.end(); ++file) {
        if (!file.key().startsWith(below))
            break;
        if (file->type == FileType::File)
            listed.append({file.key().mid(birthTemplateFolder().size()), {}, file->mode, file->uid, file->gid});
    }
    return listed;
}

} // namespace

Result<QList<BirthTemplate>> ImageStore::birthTemplates(const Digest& digest) const
{
    using Templates = QList<BirthTemplate>;
    const auto facts = inventory(digest);
    if (!facts)
        return facts.as<Templates>();
    Templates templates = templatesListedIn(*facts);
    if (templates.isEmpty())
        return templates;
    QList<QByteArray> paths;
    for (const BirthTemplate& each : templates)
        paths.append(birthTemplateFolder() + each.path);
    const auto texts = readFiles(digest, paths, fileLimit);
    if (!texts)
        return texts.as<Templates>();
    for (BirthTemplate& each : templates) {
        const QByteArray path = birthTemplateFolder() + each.path;
        if (!texts->contains(path))
            return Error{ErrorCode::ImageCorrupt, {facts->image.text()}, QString::fromUtf8(path)};
        each.text = texts->value(path);
    }
    return templates;
}

Task<QList<BirthTemplate>> readBirthTemplates(ImageStore images, Digest digest)
{
    const std::function<Result<QList<BirthTemplate>>()> read = [images, digest] {
        return images.birthTemplates(digest);
    };
    const Result<QList<BirthTemplate>> templates = co_await runBlocking<QList<BirthTemplate>>(read);
    co_return templates;
}

} // namespace snowmelt
