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
    [InlineData("Zip", 12)] // in the method itself
    [InlineData("Sum", 7)] // in what it calls, and not in a neighbour that stands above
    [InlineData("Mean|Zip", 12)] // the first of the method's own lines
    [InlineData("Median", 10)] // nowhere: where the method begins
    public void It_is_looked_for_in_the_method_and_then_in_what_it_calls(string looks, int line) =>
        Assert.Equal(line, MethodLines.Of(Answer, "Loss", looks.Split('|')));

    [Fact]
    public void A_method_that_calls_itself_is_searched_once() =>
        Assert.Equal(1, MethodLines.Of("static class A { static int F(int n) => n == 0 ? 1 : n * F(n - 1); }", "F", ["Sqrt"]));
}
