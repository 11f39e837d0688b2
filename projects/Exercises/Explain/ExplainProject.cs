using MlMaths.Torch.Cli;

namespace MlMaths.Torch.Exercises.Explain;

/// <summary><c>explain</c>: one expression, step by step forward and backward, as autograd goes.</summary>
internal sealed class ExplainProject : IProject<ExplainOptions>
{
    public string Name => "explain";

    public string Verb => "explain";

    public string Words => "EXPRESSION [NAME=VALUE ...]";

    public bool ReadsData => false;

    public string Title => "Explains an expression step by step: values forward, the chain rule backward";

    public string Description =>
        "Takes an expression apart as autograd does. "
        + "Prints the value of every step, and in the backward pass how the result depends on each step, "
        + "with the chain rule spelled out in letters and numbers; draws the graph, and checks each gradient by "
        + "finite differences. "
        + "It understands + - * / ^, brackets, exp, log, log10, log2, sqrt, sin, cos, tanh, sigmoid, relu, abs, min, max, sum "
        + "and dot, "
        + "numbers and vectors of up to ten.";

    public IReadOnlyList<CommandExample> Examples { get; } =
    [
        new(ExplainOptions.Example, "the logistic loss of one row, with y = 1"),
        new("\"sum((w*x - y)^2)\" w=0.5 \"x=[1, 2, 3]\" \"y=[2, 4, 6]\"", "a sum of squares, with vectors"),
        new("\"relu(x)\" x=0", "a kink, and the slope used there"),
    ];

    public IReadOnlyList<ProjectOption> Options => [];

    public ExplainOptions Checked(ParsedOptions parsed) => ExplainOptions.Checked(parsed);

    public PreparedRun Prepare(ExplainOptions options, RunContext context) =>
        new(null, "cpu", _ => ExplainReport.Of(ExplainFindings.Of(options.Expression, options.Values)));
}
