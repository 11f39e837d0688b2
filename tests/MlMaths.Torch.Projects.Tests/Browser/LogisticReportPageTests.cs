namespace MlMaths.Torch.Tests.Browser;

/// <summary>The report of project 1.</summary>
public sealed class LogisticReportPageTests(OpenLogisticReports reports) : ReportPageTests(reports), IClassFixture<OpenLogisticReports>;
