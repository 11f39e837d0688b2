namespace MlMaths.Torch.Tests.Text;

public sealed class CapitalTests
{
    [Theory]
    [InlineData("the loss rose", "The loss rose")]
    [InlineData("Ähnlich", "Ähnlich")]
    [InlineData("λ is large", "Λ is large")]
    [InlineData("", "")]
    public void A_sentence_begins_with_a_capital(string words, string begun) => Assert.Equal(begun, Capital.First(words));
}
