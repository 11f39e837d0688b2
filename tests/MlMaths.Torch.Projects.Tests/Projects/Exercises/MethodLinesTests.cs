using MlMaths.Torch.Exercises.Workbench;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>The line at which a learner is asked to look.</summary>
public sealed class MethodLinesTests
{
    private const string Answer = """
        Console.WriteLine(Answer.Loss([1], [1])); // a call is no declaration

        static class Answer
        {
            static double Other(double[] r) => r.Sum();

            static double Mean(double[] r) => r.Sum() / r.Length;

            // Sum stands in this comment.
            public static double Loss(double[] x, double[] y)
            {
                var r = x.Zip(y, (a, b) => a - b).ToArray();
                return Mean(r);
            }
        }
        """;

    [Theory]
    [InlineData("Zip", 12, null)] // in the method itself
    [InlineData("Sum", 7, null)] // in what it calls, and not in a neighbour that stands above
    [InlineData("Mean|Zip", 13, null)] // the first word that is found
    [InlineData("Median|Zip", 12, null)] // the next, where it is not
    [InlineData("Median", 10, "Loss")] // nowhere: the method
    [InlineData("double[] y", 10, "Loss")] // a parameter's name is no line to look at
    public void It_is_looked_for_in_the_method_and_then_in_what_it_calls(string looks, int line, string? method) =>
        Assert.Equal(new LinePlace(line, method), MethodLines.Of(Answer, "Loss", looks.Split('|')));

    [Theory]
    [InlineData(">", 8)] // the comparison, and not the loop above it that has the same sign
    [InlineData("for|while", 6)] // the loop, where that is meant
    [InlineData("static", 3)] // a field that the method uses
    public void What_a_loop_does_comes_before_its_head_and_fields_come_last(string looks, int line) => Assert.Equal(
        new LinePlace(line, null),
        MethodLines.Of(
            """
            static class Answer
            {
                static readonly List<int> Kept = [];
                static int Count(double[] scores)
                {
                    for (int i = scores.Length; i > 0; i--)
                    {
                        if (scores[i - 1] > 0.5) Kept.Add(i);
                    }
                    return Kept.Count;
                }
            }
            """,
            "Count", looks.Split('|')));

    [Fact]
    public void A_word_that_only_begins_like_a_loop_is_none() => Assert.Equal(
        new LinePlace(5, null),
        MethodLines.Of(
            """
            static class Answer
            {
                static double Forecast(double[] x)
                {
                    forward = x.Sum();
                    return x.Sum();
                }
            }
            """,
            "Forecast", ["Sum"]));

    [Fact]
    public void A_method_of_one_expression_is_read_behind_its_arrow() => Assert.Equal(
        new LinePlace(1, "F"), MethodLines.Of("static class A { static int F(int n) => n + 1; }", "F", ["=>"]));

    [Fact]
    public void A_method_that_calls_itself_is_searched_once() => Assert.Equal(
        new LinePlace(1, "F"), MethodLines.Of("static class A { static int F(int n) => n == 0 ? 1 : n * F(n - 1); }", "F", ["Sqrt"]));
}
