using Microsoft.CodeAnalysis;

namespace MlMaths.Torch.Tests.Conventions;

/// <summary>What does not fit on a page or two is two things.</summary>
public sealed class SizeTests
{
    private const int FileBudget = 150, FileLimit = 250, MethodBudget = 40, MethodLimit = 60;

    /// <summary>Above the budget for a reason that stands beside the name; the limit holds for them too.</summary>
    private static readonly string[] Allowed = [];

    [Fact]
    public void A_file_has_at_most_150_lines_of_code() =>
        Convention.Holds(
            Product().Select(CodeSize.OfFile).Where(file => file.Lines > Budget(file, FileBudget, FileLimit)),
            "Two concepts, two files:");

    [Fact]
    public void A_method_has_at_most_40_lines_of_code() =>
        Convention.Holds(
            Product().SelectMany(CodeSize.OfMethods).Where(method => method.Lines > Budget(method, MethodBudget, MethodLimit)),
            "Give its steps names:");

    [Fact]
    public void Tests_keep_the_limits_of_250_lines_a_file_and_60_a_method()
    {
        SyntaxTree[] tests = [.. SourceTree.Files
            .Where(file => file.StartsWith("tests/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal))
            .Select(file => CSharpSources.Parse(file, SourceTree.Read(file)))];
        Convention.Holds(tests.Select(CodeSize.OfFile).Where(file => file.Lines > FileLimit), "Two subjects, two files:");
        Convention.Holds(tests.SelectMany(CodeSize.OfMethods).Where(method => method.Lines > MethodLimit), "Give its steps names:");
    }

    [Fact]
    public void EveryAllowed_name_is_still_above_its_budget()
    {
        string[] large = [.. Product().Select(CodeSize.OfFile).Where(file => file.Lines > FileBudget).Select(file => file.Name)];
        Convention.Holds(Allowed.Except(large), "Take the name off the list:");
    }

    [Fact]
    public void Braces_comments_blank_lines_and_usings_are_not_lines_of_code()
    {
        SyntaxTree tree = CSharpSources.Parse("Mean.cs", """
            using System.Linq;

            namespace Sums;

            /// <summary>Not counted.</summary>
            public static class Mean
            {
                // Not counted.
                public static double Of(double[] values)
                {
                    double sum = values
                        .Sum();

                    Check(
                        $"a mean of {values.Length} values, "
                        + $"each of them finite");
                    return Divide(
                        sum, values.Length
                    );
                }
            }
            """);

        Assert.Equal(8, CodeSize.OfFile(tree).Lines);
        Assert.Equal(7, Assert.Single(CodeSize.OfMethods(tree)).Lines);
    }

    private static IEnumerable<SyntaxTree> Product() => CSharpSources.Product.SelectMany(sources => sources.Files);

    private static int Budget(CodeSize size, int budget, int limit) =>
        Allowed.Any(name => size.Name.StartsWith(name, StringComparison.Ordinal)) ? limit : budget;
}
