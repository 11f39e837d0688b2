using MlMaths.Torch.Data;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Tests.Data;

namespace MlMaths.Torch.Tests.Reporting;

/// <summary>What the page offers to type holds texts of a stranger's file.</summary>
public sealed class PreparationSectionTests
{
    [Fact]
    public void What_is_offered_to_be_typed_is_one_word_of_the_shell_whatever_the_file_holds()
    {
        string[] levels = ["low", "medium", "high"];
        string csv = "$(touch x) it's,x,y\n" + string.Concat(Enumerable.Range(0, 90)
            .Select(row => $"\"{levels[row % 3]}\",{row % 7},{(row % 2 == 0 ? "yes" : "no")}\n"));
        FittedPreparation preparation = MlMaths.Torch.Data.Preparation.Fit(DataSplit.None(Tables.Read(csv)).Training);

        CodeBlock offered = PreparationSection.Of(preparation, [], areSorted: false, [], copies: null).Blocks.OfType<CodeBlock>().First();
        Assert.Equal($"--order {Shell.OfThisSystem.Word("$(touch x) it's=low,medium,high")}", offered.Text);
        Assert.Equal(levels, NameList.Lists("$(touch x) it's=low,medium,high")!["$(touch x) it's"]);
    }

    [Fact]
    public void No_order_is_offered_where_none_is_known()
    {
        string[] levels = ["red", "green", "blue"];
        string csv = "lvl,x,y\n" + string.Concat(Enumerable.Range(0, 90)
            .Select(row => $"{levels[row % 3]},{row % 7},{(row % 2 == 0 ? "yes" : "no")}\n"));
        FittedPreparation preparation = MlMaths.Torch.Data.Preparation.Fit(DataSplit.None(Tables.Read(csv)).Training);
        Assert.Empty(PreparationSection.Of(preparation, [], areSorted: false, [], copies: null).Blocks.OfType<CodeBlock>());
    }

    [Fact]
    public void Rows_that_took_no_part_are_named_by_their_lines_in_the_file()
    {
        string csv = "x,z,y\n" + string.Concat(Enumerable.Range(0, 60)
            .Select(row => $"{row % 7},{row * 11 % 13},{(row is 2 or 6 ? "" : row % 2 == 0 ? "yes" : "no")}\n"));
        FittedPreparation preparation = MlMaths.Torch.Data.Preparation.Fit(DataSplit.None(Tables.Read(csv)).Training);
        string[] told = [.. PreparationSection.Of(preparation, [], areSorted: false, [], copies: null).Blocks.OfType<Bullets>()
            .SelectMany(bullets => bullets.Entries).Select(item => $"{item}")];
        Assert.Contains(told, text => text.Contains("2 rows took no part", StringComparison.Ordinal)
            && text.Contains("(lines 4, 8 of the file)", StringComparison.Ordinal)); // below the header
    }

    [Fact]
    public void The_level_that_is_spoken_of_is_a_feature()
    {
        string csv = "lvl,x,y\n" + string.Concat(Enumerable.Range(0, 120).Select(row =>
            $"{(row == 0 ? "zz" : row == 1 ? "zy" : row % 2 == 0 ? "a" : "b")},{row % 7},{(row % 3 == 0 ? "yes" : "no")}\n"));
        FittedPreparation preparation = MlMaths.Torch.Data.Preparation.Fit(DataSplit.None(Tables.Read(csv)).Training);
        string[] told = [.. PreparationSection.Of(preparation, [], areSorted: false, [], copies: null).Blocks.OfType<Paragraph>()
            .Select(paragraph => $"{paragraph.Text}")];
        Assert.Contains(told, text => text.Contains("The weight of", StringComparison.Ordinal)
            && preparation.FeatureNames.Any(name => text.Contains($"“{name}”", StringComparison.Ordinal)));
    }
}
