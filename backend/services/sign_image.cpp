// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/execution/blocking.h"
#include "backend/image/image_papers.h"
#include "backend/image/ssh_signing.h"
#include "backend/services/verbs.h"

namespace snowmelt {

namespace {

Task<Done> keep(OperationPtr operation, Digest image, MadeSignature made)
{
    const QString annotation = oci::signaturePaper + QString::fromLatin1(made.key.hex());
    const std::function<Result<Done>()> write = [layout = operation->rooms().store.layoutFolder(), image, annotation,
                                                 text = made.armored] {
        return addPaper(layout, image, annotation, text);
    };
    const Result<Done> kept = co_await runBlocking<Done>(write);
    co_return kept;
}

} // namespace

QCoro::Task<Finished> runVerb(OperationPtr operation, SignImageIntent intent)
{
    const Result<ImageRecord> image = operation->rooms().store.find(intent.image);
    if (!image)
        co_return endedBy(image, Safety::StoreAsBefore);
    const Result<MadeSignature> made =
        co_await signImage(intent.image, image->digest, intent.key, operation->context());
    if (!made)
        co_return endedBy(made, Safety::StoreAsBefore);
    const Result<Done> kept = co_await keep(operation, image->digest, *made);
    if (kept)
        operation->say(ImageSigned{intent.image, made->signer, made->key.fingerprint()});
    co_return endedBy(kept, Safety::StoreAsBefore);
}

} // namespace snowmelt
