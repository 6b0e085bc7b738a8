// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/platform/platform.h"

#include <QObject>

#include <functional>
#include <memory>

namespace snowmelt::contract {

/// What a platform brings to be judged. It registers with a test of its own:
///
///     int main(int argc, char** argv) {
///         QCoreApplication app(argc, argv);
///         contract::PlatformContract suite(makeMySubject);
///         return QTest::qExec(&suite, argc, argv);
///     }
struct PlatformSubject
{
    std::shared_ptr<Platform> platform;
    FleetKey fleet;
    FleetNetwork network;
    QString layout; ///< OCI layout folder with the image
    ImageRef image; ///< boots into something that answers `servicePath` with 200
    Digest digest;
    /// A node born from the image, n from 1: name "contract-N", address, published ports (one of them inside 22, one
    /// the service's), files, host key. The suite creates up to 3.
    std::function<NodeSpec(int n)> node;
    int servicePort = 8080; ///< inside
    QString servicePath = QStringLiteral("/healthz");
    std::chrono::seconds bootLimit{60};
    std::function<void()> cleanUp; ///< whatever is left when the suite ends
};

/// Scripts the suite runs on nodes; a platform without a shell must answer them alike.
inline const QByteArray speakScript = "printf hello; printf oops >&2; exit 7\n"; ///< out, err, exit status
inline const QByteArray hangScript = "exec sleep 60\n";

/// Provision, ImageImport, HttpProbe and what Observe says of the nodes they make: the promises of
/// backend/platform/platform.h. A capability the platform does not have is skipped. Observe and Exec: reach_contract.h.
class PlatformContract : public QObject
{
    Q_OBJECT
public:
    using Factory = std::function<PlatformSubject()>;
    explicit PlatformContract(Factory factory) : m_factory(std::move(factory)) {}

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void itSaysWhatIsLeft();
    void theNetworkIsEnsuredTwice();
    void anImageIsImportedTwice();
    void anImageThatIsNotThereIsRefused();
    void aCancelledCreateMakesNothing();
    void aNodeIsWhatItWasToldToBe();
    void creatingItAgainChangesNothing();
    void aSecondNodeIsListedInOrder();
    void aTakenPortIsRefusedAndLeavesNothing();
    void theServiceAnswers();
    void nobodyAnswersOnAClosedPort();
    void whatANodeUsesIsTold();
    void aStopIsTold();
    void aStoppedNodeUsesNothing();
    void aStartBringsTheSameNodeBack();
    void anUnknownNodeIsNamed();
    void destroyingTwiceIsFine();
    void changesAreToldOnlyWhileWatched();
    void possessionsAreListedAndRemovedWhenNothingHoldsThem();
    void theNetworkIsRemovedTwice();

private:
    QList<NodeFacts> nodes();
    NodeFacts facts(int n);
    QString nameOf(int n) const;
    Endpoint serviceOf(int n) const;
    Result<Done> create(int n);
    HttpAnswer ask(Endpoint service);

    Factory m_factory;
    PlatformSubject m_subject;
};

} // namespace snowmelt::contract
