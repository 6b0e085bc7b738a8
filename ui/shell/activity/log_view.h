// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace snowmelt {

class FleetDocument;
class LogSearch;
struct OperationState;

/// One operation in full: how it ended (what happened, what is safe, what to do next) and its log with a search.
class LogView final : public QWidget
{
    Q_OBJECT
public:
    explicit LogView(FleetDocument* document, QWidget* parent = nullptr);
    void setOperation(const OperationId& id);

private:
    void stayAtTheEnd();
    void follow();
    void showEnd(const OperationState& operation);
    void appendNew(const OperationState& operation);

    FleetDocument* m_document;
    OperationId m_id;
    qsizetype m_shown = 0;
    bool m_atEnd = true;
    QLabel* m_what;
    QLabel* m_safe;
    QLabel* m_next;
    QPlainTextEdit* m_text;
    LogSearch* m_search;
};

} // namespace snowmelt
