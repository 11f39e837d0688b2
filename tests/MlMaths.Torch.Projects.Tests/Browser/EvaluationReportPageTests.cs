namespace MlMaths.Torch.Tests.Browser;

/// <summary>The report of the evaluation pack.</summary>
public sealed class EvaluationReportPageTests(OpenEvaluationReports reports)
    : ReportPageTests(reports), IClassFixture<OpenEvaluationReports>;
