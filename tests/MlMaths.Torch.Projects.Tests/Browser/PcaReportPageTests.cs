namespace MlMaths.Torch.Tests.Browser;

/// <summary>The report of project 2.</summary>
public sealed class PcaReportPageTests(OpenPcaReports reports) : ReportPageTests(reports), IClassFixture<OpenPcaReports>;
