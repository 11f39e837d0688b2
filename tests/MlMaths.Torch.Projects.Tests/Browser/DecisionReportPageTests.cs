namespace MlMaths.Torch.Tests.Browser;

/// <summary>The report of project 3.</summary>
public sealed class DecisionReportPageTests(OpenDecisionReports reports) : ReportPageTests(reports), IClassFixture<OpenDecisionReports>;
