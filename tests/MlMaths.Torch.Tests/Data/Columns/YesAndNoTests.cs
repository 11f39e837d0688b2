using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

/// <summary>Spreadsheets and people write yes and no as they like.</summary>
public sealed class YesAndNoTests
{
    [Fact]
    public void Spellings_that_differ_in_capitals_are_one_word()
    {
        Dataset read = Tables.Read("a,x,y\ntrue,1,Yes\nFALSE,2,yes\nTrue,3,NO\nfalse,4,yes\nFALSE,5,no\n");
        RawColumn a = read.Raw!.Table.Columns[0].Column;
        Assert.Equal(["true", "FALSE", "true", "FALSE", "FALSE"], Enumerable.Range(0, 5).Select(a.Text));
        Assert.Equal(["yes", "yes", "NO", "yes", "NO"], read.Labels);
        Assert.Contains(
            "In 'a', 'true', 'True' as 'true', and 'FALSE', 'false' as 'FALSE': only capitals differ.", CsvCaseFile.Notes(read));
    }

    [Fact]
    public void Other_words_stay_as_they_are()
    {
        RawColumn a = Tables.Read("a,x,y\nA,1,p\na,2,q\nb,3,p\nB,4,q\n").Raw!.Table.Columns[0].Column;
        Assert.Equal(["A", "a", "b", "B"], Enumerable.Range(0, 4).Select(a.Text));
    }
}
