// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/podman/image_import.h"

#include "backend/execution/blocking.h"
#include "backend/platform/podman/stream_pair.h"

namespace snowmelt {

Task<bool> PodmanImages::hasImage(Digest digest, CallContext context)
{
    const QString path = u"/images/" + digest.hex() + u"/exists";
    Task<EngineAnswer> asking = m_engine.get(path, context);
    const Result<EngineAnswer> answer = co_await asking;
    if (!answer)
        co_return answer.as<bool>();
    if (!answer->ok() && answer->status != 404)
        co_return refused(path, *answer);
    co_return answer->ok();
}

Task<Done> PodmanImages::importImage(QString layout, ImageRef ref, Digest digest, CallContext context)
{
    std::function<Result<LayoutImage>()> work = [layout, ref, digest] { return readLayoutImage(layout, ref, digest); };
    Task<LayoutImage> reading = runBlocking<LayoutImage>(std::move(work));
    const Result<LayoutImage> image = co_await reading;
    if (!image)
        co_return image.as<Done>();

    // Its parents are most often there already, and its own layer is small. The engine says so when one is not.
    const int parents = std::max(0, static_cast<int>(image->layers.size()) - 1);
    Task<Done> loading = load(*image, parents, context);
    const Result<Done> loaded = co_await loading;
    const bool missingParent = loaded.failed() && loaded.error().code == ErrorCode::EngineRefused &&
                               loaded.error().detail.contains(u"reading blob");
    if (!missingParent || parents == 0)
        co_return loaded;
    Task<Done> loadingWhole = load(*image, 0, context);
    const Result<Done> loadedWhole = co_await loadingWhole;
    co_return loadedWhole;
}

Task<Done> PodmanImages::load(LayoutImage image, int parents, CallContext context)
{
    // An upload cannot be sent again from its beginning, so the service must be up before it.
    Task<Done> ensuring = m_engine.ensureService(context);
    const Result<Done> ensured = co_await ensuring;
    if (!ensured)
        co_return ensured;
    StreamPair stream;
    const std::shared_ptr<StreamWriter> writer = stream.writer();
    std::function<Result<Done>()> work = [image, parents, writer] {
        const Result<Done> written = writeLayoutArchive(
            image, parents, [writer](const char* bytes, size_t size) { return writer->write(bytes, size); });
        writer->close();
        return written;
    };
    Task<Done> writing = runBlocking<Done>(std::move(work));

    HttpCall call = m_engine.request("POST", QStringLiteral("/images/load"));
    call.contentType = "application/x-tar";
    call.uploadFrom = stream.reader();
    Task<EngineAnswer> sending = m_engine.call(std::move(call), context);
    const Result<EngineAnswer> answer = co_await sending;
    stream.closeReader(); // ends the writer when the upload ended before it
    const Result<Done> written = co_await writing;
    if (written.failed() && written.error().code == ErrorCode::ImageCorrupt)
        co_return written;
    if (!answer)
        co_return answer.as<Done>();
    if (!answer->ok())
        co_return refused(QStringLiteral("/images/load"), *answer);
    co_return Done{};
}

} // namespace snowmelt
