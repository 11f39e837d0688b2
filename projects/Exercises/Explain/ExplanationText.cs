using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Exercises.Explain;

/// <summary>An explanation as lines of a console.</summary>
internal static class ExplanationText
{
    public static IEnumerable<string> Lines(Explanation told)
    {
        yield return "Forward";
        foreach (string line in Columns([.. told.Forward.Select(step =>
            new[] { step.Node, step.InWords, step.Formula == step.Node ? "" : step.Formula, step.WrittenValue })]))
        {
            yield return line;
        }
        if (told.Backward.Count > 0)
        {
            yield return "";
            yield return "Backward";
            foreach (string line in Columns([.. told.Backward.Select(
                step => new[] { step.ChainRule, string.Join("; ", step.Through.Select(local => local.Written)) })]))
            {
                yield return line;
            }
        }

        foreach (string remark in told.Remarks.Append(told.WhyNoGradient).OfType<string>())
        {
            yield return "";
            yield return remark;
        }
    }

    private static IEnumerable<string> Columns(string[][] rows) => AlignedRows.Of(rows, apart: 3).Select(line => $"  {line}");
}
