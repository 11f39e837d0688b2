using MlMaths.Torch.Calculus;
using MlMaths.Torch.Cli;

namespace MlMaths.Torch.Exercises.Explain;

/// <summary>What is explained, and where.</summary>
/// <param name="Expression">Read and understood.</param>
/// <param name="Values">One for each of its names.</param>
internal sealed record ExplainOptions(Expression Expression, GivenValues Values)
{
    public const string Example = "\"log(1 + exp(-(w*x + b)))\" w=2 x=-1 b=0.5";

    public static ExplainOptions Checked(ParsedOptions parsed)
    {
        if (parsed.Words.Count == 0)
        {
            throw new UserMistakeException(
                $"Nothing was given to explain: "
                + $"write an expression and values for its names, for instance explain {Example}.");
        }
        var expression = Expression.Parse(parsed.Words[0]);
        var values = GivenValues.Parse(parsed.Words.Skip(1));
        expression.Record(values); // a name without a value is told before anything is begun
        return new ExplainOptions(expression, values);
    }
}
