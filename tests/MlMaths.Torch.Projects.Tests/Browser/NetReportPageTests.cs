namespace MlMaths.Torch.Tests.Browser;

/// <summary>The report of project 4.</summary>
public sealed class NetReportPageTests(OpenNetReports reports) : ReportPageTests(reports), IClassFixture<OpenNetReports>;
