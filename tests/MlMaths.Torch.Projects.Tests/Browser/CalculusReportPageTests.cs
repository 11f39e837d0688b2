namespace MlMaths.Torch.Tests.Browser;

/// <summary>The calculus report's page.</summary>
public sealed class CalculusReportPageTests(OpenCalculusReports reports) : ReportPageTests(reports), IClassFixture<OpenCalculusReports>;
