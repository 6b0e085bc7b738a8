// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/store_index.h"

namespace snowmelt {

/// The papers that lie beside a stored image, by annotation of its manifest: those whose annotation begins with
/// `beginning`. Every one is checked against its hash. ImageNotBuilt, ImageCorrupt. Blocking.
Result<QMap<QString, QByteArray>> papersOf(const QString& layoutFolder, const Digest& image, const QString& beginning);

/// Lays a paper beside a stored image, in place of one of the same annotation. The image stays as it is, its manifest
/// gets another digest. Waits for other writers; after a crash the image has the old papers or the new. Blocking.
Result<Done> addPaper(const QString& layoutFolder, const Digest& image, const QString& annotation,
                      const QByteArray& text);

/// Signatures that a build of the same digest has already: a rebuild changes nothing of what they say.
QMap<QString, Digest> signaturesOf(const QString& layoutFolder, const QList<StoredImage>& index, const Digest& image);

} // namespace snowmelt
