// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/image_trust.h"

#include "backend/execution/blocking.h"
#include "backend/image/image_papers.h"
#include "backend/image/ssh_signing.h"

namespace snowmelt {

Task<Done> checkTrust(OperationPtr operation, ImageRecord image)
{
    const SignerFiles files = signerFilesIn(operation->blueprint().folder());
    const bool isSimulated = operation->blueprint().platform.kind == QStringLiteral("simulation");
    if (files.allowed.isEmpty() || isSimulated || image.digest.isNull())
        co_return Done{};
    using Papers = QMap<QString, QByteArray>;
    const QString layout = operation->rooms().store.layoutFolder();
    const std::function<Result<Papers>()> read = [layout, digest = image.digest] {
        return papersOf(layout, digest, oci::signaturePaper);
    };
    const Result<Papers> signatures = co_await runBlocking<Papers>(read);
    if (!signatures)
        co_return signatures.as<Done>();
    const Result<Done> held =
        co_await checkSignatures(image.ref, image.digest, signatures->values(), files, operation->context());
    co_return held;
}

} // namespace snowmelt
