// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/execution/blocking.h"
#include "backend/image/image_bill.h"
#include "backend/image/image_papers.h"
#include "backend/image/inventory_json.h"
#include "backend/services/verbs.h"

#include <QCoreApplication>

namespace snowmelt {

namespace {

Result<QByteArray> inventoryPaper(const ImageStore& store, const ImageRecord& image)
{
    const auto inventory = store.inventory(image.digest);
    return inventory ? renderInventory(*inventory) : inventory.as<QByteArray>();
}

Result<QByteArray> billPaper(const ImageStore& store, const ImageRecord& image, PaperKind kind)
{
    auto bill = billOf(store, image);
    if (!bill)
        return bill.as<QByteArray>();
    Bill whole = bill.take();
    whole.snowmelt = QCoreApplication::applicationVersion();
    return kind == PaperKind::Spdx ? renderSpdx(whole) : renderCycloneDx(whole);
}

/// Papers that lie beside the image, one after the other.
Result<QByteArray> keptPaper(const ImageStore& store, const ImageRecord& image, const QString& annotation,
                             const Error& missing)
{
    const auto kept = papersOf(store.layoutFolder(), image.digest, annotation);
    if (!kept)
        return kept.as<QByteArray>();
    if (kept->isEmpty())
        return missing;
    return kept->values().join();
}

Result<QByteArray> paperOf(const ImageStore& store, const ImageRef& ref, PaperKind kind)
{
    const auto image = store.find(ref);
    if (!image)
        return image.as<QByteArray>();
    switch (kind) {
    case PaperKind::Inventory:
        return inventoryPaper(store, *image);
    case PaperKind::Provenance:
        return keptPaper(store, *image, oci::provenancePaper,
                         {ErrorCode::Unsupported, {QStringLiteral("provenance"), ref.text()}, {}});
    case PaperKind::Signature:
        return keptPaper(store, *image, oci::signaturePaper, {ErrorCode::SignatureInvalid, {ref.text(), {}}, {}});
    case PaperKind::Packer:
        return keptPaper(store, *image, oci::packerPaper,
                         {ErrorCode::Unsupported, {QStringLiteral("packerPaper"), ref.text()}, {}});
    case PaperKind::Spdx:
    case PaperKind::CycloneDx:
        break;
    }
    return billPaper(store, *image, kind);
}

} // namespace

QCoro::Task<Finished> runVerb(OperationPtr operation, PaperIntent intent)
{
    const std::function<Result<QByteArray>()> make = [store = operation->rooms().store, intent] {
        return paperOf(store, intent.image, intent.paper);
    };
    const Result<QByteArray> paper = co_await runBlocking<QByteArray>(make);
    if (operation->context().cancel.isCancelled())
        co_return Finished{OutcomeKind::Cancelled, Safety::Unchanged, std::nullopt, 0};
    if (paper)
        operation->say(PaperMade{intent.image, intent.paper, *paper});
    co_return endedBy(paper, Safety::Unchanged, Safety::Unchanged);
}

} // namespace snowmelt
