using System.Text;
using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

public sealed class TextPoolTests
{
    [Fact]
    public void Texts_are_numbered_as_they_first_come_and_come_back_letter_for_letter()
    {
        var random = new Random(3);
        TextPool pool = new();
        Dictionary<string, int> expected = [];
        for (int i = 0; i < 50_000; i++)
        {
            string text = $"{(random.Next(2) == 0 ? "größe " : "")}{random.Next(20_000)}";
            expected.TryAdd(text, expected.Count);
            Assert.Equal(expected[text], pool.NumberOf(Encoding.UTF8.GetBytes(text)));
        }

        Assert.Equal(expected.OrderBy(one => one.Value).Select(one => one.Key), pool.All());
        Assert.Equal(-1, pool.Find("never"u8));
        Assert.Equal(0, pool.Find(Encoding.UTF8.GetBytes(pool[0])));
    }

    [Fact]
    public void Texts_that_differ_in_one_letter_or_in_length_alone_are_told_apart()
    {
        TextPool pool = new();
        for (int length = 0; length <= 40; length++)
        {
            byte[] text = new byte[length];
            int first = pool.NumberOf(text);
            Assert.Equal(pool.Count - 1, first);
            for (int place = 0; place < length; place++)
            {
                text[place] = 1;
                Assert.Equal(pool.Count, pool.NumberOf(text));
                text[place] = 0;
            }

            Assert.Equal(first, pool.Find(text));
        }
    }

    [Fact]
    public void Texts_that_hold_a_part_are_found_without_the_others()
    {
        TextPool pool = new();
        foreach (string text in (string[])["Graz", "GESAMTSUMME", "größe", "", "all", "Subtotal: Bern", "to tal"])
            pool.NumberOf(Encoding.UTF8.GetBytes(text));
        Assert.Equal([1, 4, 5], pool.With(SumWords.Parts));
    }
}
