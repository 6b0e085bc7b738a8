// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/history/report_text.h"
#include "ui/shell/style/look.h"

#include <QScrollArea>

class QVBoxLayout;

namespace snowmelt {

/// The report of a deployment as a page to read.
class ReportPage final : public QScrollArea
{
    Q_OBJECT
public:
    explicit ReportPage(QWidget* parent);
    void setReport(const ReportText& text);

private:
    void addHead(const ReportText& text);
    void addHeading(const QString& text);
    QWidget* addLine(const QString& text, Ink ink);
    void addFacts(const QList<Fact>& facts);
    void addTraffic(const ReportText& text);
    void addAsked(const ReportText& text);
    void addItems(const QString& heading, const QStringList& items);

    QWidget* m_inside = nullptr;
    QVBoxLayout* m_column = nullptr;
};

} // namespace snowmelt
